package dev.gdwire.gen.ir;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value that stands in a schema: a default or a constant. */
public sealed interface Literal {
    record NullLiteral() implements Literal {}

    record BooleanLiteral(boolean value) implements Literal {}

    record NumberLiteral(BigDecimal value) implements Literal {}

    record StringLiteral(String value) implements Literal {}

    record ListLiteral(List<Literal> items) implements Literal {
        public ListLiteral {
            items = List.copyOf(items);
        }
    }

    /** Members in the order of the schema. */
    record ObjectLiteral(Map<String, Literal> members) implements Literal {
        public ObjectLiteral {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }
}
