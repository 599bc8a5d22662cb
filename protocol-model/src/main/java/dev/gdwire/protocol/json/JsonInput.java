package dev.gdwire.protocol.json;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON from bytes without a tree, for those who know what they expect. It takes nothing that
 * is not JSON (RFC 8259), and gives up with {@link #miss} what is unusual, wrong or hard to tell:
 * then somebody else reads the value from its start, and says what is wrong with it. It is for one
 * thread.
 */
public final class JsonInput extends StructureSource {
    private static final int[] NOWHERE = {};

    private @Nullable UnknownNames unknown;
    private WireNames wire = WireNames.NONE;

    /** Which of the wire's members have come, a bit each. */
    private int wireSeen;

    /** Where their values start. */
    private int[] wirePlaces = NOWHERE;

    /** Where the tag ends that was found first. */
    private int tagEnd;

    /** Which tag that was, of which ones: more of the same kind are likely to come. */
    private int lastTag;

    private @Nullable FieldNames lastTags;

    /** One with nothing to read. */
    public JsonInput() {}

    /** Starts to read a value, which is all that stands between the two places. */
    public void start(byte[] source, int from, int to) {
        start(source, from, to, WireNames.NONE);
    }

    /** The same of a message, some of whose members belong to the wire. */
    public void start(byte[] source, int from, int to, WireNames names) {
        // The collector looks at each reference that is written: often these are the last ones.
        if (bytes != source) {
            bytes = source;
        }
        if (wire != names) {
            wire = names;
        }
        startBlobs(from);
        position = from;
        end = to;
        startStructure();
        if (unknown != null) {
            unknown.clear();
        }
        wireSeen = 0;
    }

    /** What is thrown to give a value up. */
    public static Miss miss() {
        return Miss.INSTANCE;
    }

    /** The end of all. */
    public void finish() {
        skipSpace();
        require(position == end);
        requireAllBlobs();
    }

    /**
     * The name of a member, and the colon behind it.
     *
     * @param next the index of the name that is expected
     * @return the index of the name, {@link FieldNames#OF_THE_WIRE} or {@link FieldNames#NONE}
     */
    public int name(FieldNames names, int next) {
        int start = quote();
        int index = names.member(next, bytes, position, end);
        if (index != FieldNames.NONE) {
            position += names.memberLength(index);
            return index;
        }
        return unusualName(names, start);
    }

    private int unusualName(FieldNames names, int start) {
        int index = levels == 1 ? wire.member(bytes, position, end) : FieldNames.NONE;
        if (index != FieldNames.NONE) {
            position += wire.memberLength(index);
            return ofTheWire(index, start);
        }
        int stop = wordEnd(start);
        index = names.find(bytes, start, stop);
        position = stop + 1;
        colon();
        return index == FieldNames.NONE ? unknown(start, stop) : index;
    }

    /** A member that the message has no field for: the wire's, or one that nobody knows. */
    private int unknown(int start, int stop) {
        require(plainEnd(start) == stop);
        int index = levels == 1 ? wire.find(bytes, start, stop) : FieldNames.NONE;
        if (index != FieldNames.NONE) {
            return ofTheWire(index, start);
        }
        remember(start, stop);
        return FieldNames.NONE;
    }

    private int ofTheWire(int index, int start) {
        require(!has(index));
        wireSeen |= 1 << index;
        if (wirePlaces == NOWHERE) {
            wirePlaces = new int[WireNames.COUNT];
        }
        wirePlaces[index] = position;
        if (index == WireNames.CORE) {
            remember(start, start + WireNames.CORE_NAME.length());
            return FieldNames.NONE;
        }
        return FieldNames.OF_THE_WIRE;
    }

    /** Whether a member of the wire's has come. */
    public boolean has(int wireName) {
        return (wireSeen & 1 << wireName) != 0;
    }

    /**
     * The value of a member of the wire's, once the message has been read.
     *
     * @return the integer, or 0 if the member has not come
     */
    public long wireInteger(int wireName) {
        if (!has(wireName)) {
            return 0;
        }
        position = wirePlaces[wireName];
        return integer();
    }

    private void remember(int start, int stop) {
        if (unknown == null) {
            unknown = new UnknownNames();
        }
        unknown.add(start, stop);
    }

    /** The last name that nobody knew, which is not remembered longer. */
    public String takeUnknown() {
        UnknownNames names = Objects.requireNonNull(unknown);
        String name = ascii(names.lastStart(), names.lastStop());
        names.removeLast();
        return name;
    }

    /** How many names are remembered; to be told to {@link #forget} when the object has ended. */
    public int remembered() {
        return unknown == null ? 0 : unknown.size();
    }

    /** Looks that the names remembered since differ, and forgets them. */
    public void forget(int before) {
        if (unknown != null) {
            unknown.forget(before, bytes);
        }
    }

    /** One more than the index of the last of the members that have been read; 0 if none has. */
    public static int behind(long seen) {
        return Long.SIZE - Long.numberOfLeadingZeros(seen);
    }

    /**
     * The members that have been read, with one more, which has not.
     *
     * @param seen a bit for each by its index
     * @param member its index; one below 0 changes nothing
     */
    public static long once(long seen, int member) {
        if (member < 0) {
            return seen;
        }
        long bit = 1L << member;
        require((seen & bit) == 0);
        return seen | bit;
    }

    /** The same of more than 64 members. */
    public static void once(long[] seen, int member) {
        if (member >= 0) {
            seen[member / Long.SIZE] = once(seen[member / Long.SIZE], member % Long.SIZE);
        }
    }

    /** Gives the value up unless all these members have been read. */
    public static void all(long seen, long members) {
        require((seen & members) == members);
    }

    /** The same of more than 64 members. */
    public static void all(long[] seen, long... members) {
        for (int i = 0; i < members.length; i++) {
            all(seen[i], members[i]);
        }
    }

    /** The name of a member, whatever it is, and the colon behind it. */
    public String name() {
        String name = text();
        requireNoBlob(name);
        colon();
        return name;
    }

    /**
     * Looks for a member of the object that is next, which is read later; of the others it sees
     * only where they end.
     *
     * @param name the member's name alone
     * @param reader reads its value
     */
    public <T> T find(FieldNames name, Function<JsonInput, T> reader) {
        int place = position;
        int level = levels;
        object();
        seek(name);
        T value = reader.apply(this);
        back(place, level);
        return value;
    }

    /** Passes by the members before one. */
    private void seek(FieldNames name) {
        require(member());
        while (!isNamed(name)) {
            pass();
            require(member());
        }
    }

    /** Reads the next name, and whether it is that one. */
    private boolean isNamed(FieldNames name) {
        int start = quote();
        if (name.member(0, bytes, position, end) == 0) {
            position += name.memberLength(0);
            return true;
        }
        int stop = Scan.textEnd(bytes, start, end);
        position = stop + 1;
        colon();
        return name.is(0, bytes, start, stop);
    }

    /** Which of these tags {@link #firstTag} told last; {@link FieldNames#NONE} if none. */
    public int lastTag(FieldNames tags) {
        return lastTags == tags ? lastTag : FieldNames.NONE;
    }

    /**
     * Whether the object that is next starts with this tag, written as usual.
     *
     * @param tag the discriminator with the tag as its value
     */
    public boolean startsWith(FieldName tag) {
        PreparedBytes member = PreparedName.bytes(tag);
        if (!member.stand(bytes, position, end, BEHIND_BRACKET) || bytes[position] != '{') {
            return false;
        }
        tagEnd = position + member.length();
        return true;
    }

    /**
     * The tag of the message that is next, if it stands first, where Gdwire writes it.
     *
     * @param discriminator the name that it has
     * @param tags all that there are
     * @return index of the tag; {@link FieldNames#NONE} if another member is the first
     */
    public int firstTag(FieldNames discriminator, FieldNames tags) {
        int place = position;
        int level = levels;
        object();
        if (discriminator.member(0, bytes, position, end) != 0) {
            back(place, level);
            return FieldNames.NONE;
        }
        position += discriminator.memberLength(0);
        int tag = word(tags);
        tagEnd = position;
        back(place, level);
        lastTag = tag;
        lastTags = tags;
        return tag;
    }

    /** After {@link #firstTag} or {@link #startsWith}: the message will be read without it. */
    public void leaveOutTag() {
        goOnAt(tagEnd);
        wireSeen |= 1 << WireNames.DISCRIMINATOR;
    }

    /** Once the message has been read: whether its tag is this one. */
    public boolean hasTag(FieldNames tags, int tag) {
        if (!has(WireNames.DISCRIMINATOR)) {
            return false;
        }
        position = wirePlaces[WireNames.DISCRIMINATOR];
        return word(tags) == tag;
    }

    private void pass() {
        position =
                switch (next()) {
                    case '"' -> Scan.textEnd(bytes, position + 1, end) + 1;
                    case '{', '[' -> Scan.containerEnd(bytes, position, end);
                    default -> Scan.plainEnd(bytes, position, end);
                };
    }

    /** Any value, which is looked at only to see that it is JSON. */
    public void skip() {
        switch (kind()) {
            case STRING -> skipText();
            case OBJECT -> skipObject();
            case ARRAY -> skipArray();
            case BOOLEAN -> bool();
            case NULL -> nothing();
            case NUMBER -> number();
        }
    }

    private void skipObject() {
        int before = remembered();
        object();
        while (member()) {
            int start = quote();
            int stop = plainEnd(start);
            require(bytes[stop] == '"');
            remember(start, stop);
            position = stop + 1;
            colon();
            skip();
        }
        forget(before);
    }

    private void skipArray() {
        array();
        while (item()) {
            skip();
        }
    }
}
