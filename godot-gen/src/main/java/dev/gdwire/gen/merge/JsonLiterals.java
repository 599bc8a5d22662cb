package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.ir.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON values as literals of the IR. */
public final class JsonLiterals {
    private JsonLiterals() {}

    /** The literal of a JSON value; whatever is no scalar, array or object is null. */
    public static Literal of(JsonNode value) {
        if (value.isTextual()) {
            return new Literal.StringLiteral(value.textValue());
        }
        if (value.isNumber()) {
            return new Literal.NumberLiteral(value.decimalValue());
        }
        if (value.isBoolean()) {
            return new Literal.BooleanLiteral(value.booleanValue());
        }
        if (value.isArray()) {
            List<Literal> items = new ArrayList<>();
            value.forEach(item -> items.add(of(item)));
            return new Literal.ListLiteral(items);
        }
        if (value.isObject()) {
            Map<String, Literal> members = new LinkedHashMap<>();
            value.properties().forEach(m -> members.put(m.getKey(), of(m.getValue())));
            return new Literal.ObjectLiteral(members);
        }
        return new Literal.NullLiteral();
    }
}
