package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.json.Writer;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says of a value beyond its type: a JSON Schema in Gdwire's canonical form, made
 * ready to check values. It is immutable.
 */
public final class Rule {
    private final Constraint constraint;

    private Rule(Constraint constraint) {
        this.constraint = constraint;
    }

    /** A rule that refers to no other. */
    public static Rule of(String schema) {
        return of(schema, RuleTable.NONE);
    }

    /** A rule that refers to others by their names in a table. */
    public static Rule of(String schema, RuleTable table) {
        return new Rule(new RuleCompiler(table).compile(JsonValue.parse(schema)));
    }

    /**
     * The value fits.
     *
     * @throws InvalidValueException if it does not
     */
    public void check(String place, JsonValue value) {
        Fault fault = constraint.fault(value);
        if (fault != null) {
            throw new InvalidValueException(
                    Words.join(place, fault.path()), fault.expected(), fault.actual());
        }
    }

    /**
     * The value fits, as the JSON that a writer makes of it.
     *
     * @throws InvalidValueException if it does not
     */
    public <T extends @Nullable Object> void check(String place, T value, Writer<T> writer) {
        check(place, TreeWriter.write(value, writer));
    }
}
