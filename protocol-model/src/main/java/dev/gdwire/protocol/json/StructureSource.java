package dev.gdwire.protocol.json;

/** Reads what objects and arrays are made of. */
abstract sealed class StructureSource extends PackedSource permits JsonInput {
    private static final long ALL_BITS = -1;

    /** But those of a first byte, which is a bracket or a comma. */
    static final long BEHIND_BRACKET = -1L << Byte.SIZE;

    /** How many objects and arrays it is in. */
    int levels;

    private boolean first;

    /** Where the next object goes on behind its first member; 0 for at its start. */
    private int goOn;

    final void startStructure() {
        levels = 0;
        first = false;
        goOn = 0;
    }

    /** The next object is read from there on, where a member has ended. */
    final void goOnAt(int place) {
        goOn = place;
    }

    /** Goes back, or forward, to where it has been at the same level. */
    public final void goTo(int place, boolean isFirst) {
        position = place;
        first = isFirst;
    }

    final void back(int place, int level) {
        position = place;
        levels = level;
        first = false;
    }

    @Override
    public final void object() {
        open('{');
        if (goOn > 0) {
            position = goOn;
            goOn = 0;
            first = false;
        }
    }

    /** The start of an array. */
    public final void array() {
        open('[');
    }

    private void open(char bracket) {
        require(next() == bracket);
        require(++levels <= JsonWriter.MOST_LEVELS);
        position++;
        first = true;
    }

    @Override
    public final boolean member() {
        return more('}');
    }

    /** Whether one more item is there; if not, the array has ended. */
    public final boolean item() {
        return more(']');
    }

    private boolean more(char bracket) {
        byte sign = next();
        if (sign == ',' && !first) {
            position++;
            return true;
        }
        if (sign == bracket) {
            position++;
            levels--;
            first = false;
            return false;
        }
        require(first);
        first = false;
        return true;
    }

    /**
     * Whether the next member has this name; if so, its value is next. It may also say no to a name
     * that is written in another way, as with white space before it: {@link #member} tells.
     */
    public final boolean follows(FieldName field) {
        PreparedBytes name = PreparedName.bytes(field);
        // Where others have a comma, the first member has the bracket.
        int at = first ? position - 1 : position;
        if (!name.stand(bytes, at, end, first ? BEHIND_BRACKET : ALL_BITS)) {
            return false;
        }
        position = at + name.length();
        first = false;
        return true;
    }
}
