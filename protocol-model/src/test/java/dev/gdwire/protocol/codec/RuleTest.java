package dev.gdwire.protocol.codec;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
    private static final String TABLE =
            """
            {"tree": {"properties": {"left": {"$ref": "tree"}, "n": {"type": "integer"}}},
             "even": {"multipleOf": 2}, "odd": {"not": {"$ref": "even"}}}\
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "true | 1 | ok",
                "false | 1 | expected nothing, got integer",
                "{\"type\":\"integer\"} | 1.0 | ok",
                "{\"type\":\"integer\"} | 1.5 | expected integer, got number",
                "{\"type\":\"number\"} | 1 | ok",
                "{\"type\":[\"integer\",\"string\"]} | null | expected integer or string, got null",
                "{\"const\":{\"a\":[1,\"x\"]}} | {\"a\":[1.0,\"x\"]} | ok",
                "{\"const\":{\"a\":[1,\"x\"],\"b\":null}} | {} | expected"
                        + " {\"a\":[1,\"x\"],\"b\":null}, got object",
                "{\"const\":0} | -0.0 | ok",
                "{\"const\":false} | 0 | expected false, got 0",
                "{\"enum\":[1,\"a\",null]} | \"b\" | expected one of 1, \"a\", null, got \"b\"",
                "{\"minimum\":3} | 2 | expected at least 3, got 2",
                "{\"minimum\":3} | \"x\" | ok",
                "{\"maximum\":3} | 3.5 | expected at most 3, got 3.5",
                "{\"exclusiveMinimum\":3} | 3 | expected more than 3, got 3",
                "{\"exclusiveMaximum\":3} | 3 | expected less than 3, got 3",
                "{\"multipleOf\":0.1} | 0.3 | ok",
                "{\"multipleOf\":0.0001} | 0.0075 | ok",
                "{\"multipleOf\":0.0001} | 0.00751 | expected a multiple of 0.0001, got 0.00751",
                "{\"multipleOf\":1e-8} | 12391239123 | ok",
                "{\"multipleOf\":0.123456789} | 1e308 | expected a multiple of 0.123456789,"
                        + " got 1e+308",
                "{\"multipleOf\":0.5} | 1e308 | ok",
                "{\"multipleOf\":3} | 1e22 | expected a multiple of 3, got 1e+22",
                "{\"minLength\":2} | \"😀\" | expected at least 2 characters, got 1 characters",
                "{\"maxLength\":1} | \"ab\" | expected at most 1 characters, got 2 characters",
                "{\"pattern\":\"^a$\",\"portable\":{\"^a$\":\"\\\\Aa\\\\z\"}} | \"a\\n\" | expected"
                        + " text that matches ^a$, got \"a\\n\"",
                "{\"format\":\"uuid\"} | \"x\" | expected text of the format uuid, got \"x\"",
                "{\"minItems\":1} | [] | expected at least 1 items, got 0 items",
                "{\"maxItems\":1} | [1,2] | expected at most 1 items, got 2 items",
                "{\"uniqueItems\":true} | [1,true,[],{},0,[[]]] | ok",
                "{\"uniqueItems\":true} | [{\"a\":1,\"b\":2},{\"b\":2,\"a\":1.0}] | expected items"
                        + " that all differ, got the same at 0 and 1",
                "{\"prefixItems\":[{\"type\":\"string\"}],\"items\":{\"type\":\"null\"}} |"
                        + " [\"a\",1] | [1]: expected null, got integer",
                "{\"prefixItems\":[{\"type\":\"string\"}]} | [1] | [0]: expected string,"
                        + " got integer",
                "{\"contains\":{\"type\":\"null\"}} | [1] | expected at least 1 items as"
                        + " \"contains\" says, got 0 such items",
                "{\"contains\":{\"type\":\"null\"},\"minContains\":0,\"maxContains\":1} |"
                        + " [null,null] | expected at most 1 items as \"contains\" says, got 2 such"
                        + " items",
                "{\"minProperties\":1} | {} | expected at least 1 members, got 0 members",
                "{\"maxProperties\":1} | {\"a\":1,\"b\":2} | expected at most 1 members, got 2"
                        + " members",
                "{\"required\":[\"a\",\"b c\"]} | {\"a\":1} | [\"b c\"]: expected a value, got"
                        + " nothing",
                "{\"dependentRequired\":{\"a\":[\"b\"]}} | {\"a\":1} | b: expected a value beside"
                        + " \"a\", got nothing",
                "{\"properties\":{\"a\":{\"type\":\"null\"}}} | {\"a\":1} | a: expected null, got"
                        + " integer",
                "{\"patternProperties\":{\"^x\":false}} | {\"xb\":1,\"xa\":1} | xa: expected"
                        + " nothing, got integer",
                "{\"properties\":{\"a\":true},\"patternProperties\":{\"^x\":true},"
                        + "\"additionalProperties\":{\"type\":\"null\"}} |"
                        + " {\"a\":1,\"x\":1,\"😀\":2,\"\uff00\":3,\"\":null} |"
                        + " [\"\uff00\"]: expected null, got integer",
                "{\"propertyNames\":{\"maxLength\":1}} | {\"abc\":1,\"ab\":1} | ab: expected a"
                        + " name: at most 1 characters, got 2 characters",
                "{\"dependentSchemas\":{\"a\":{\"required\":[\"b\"]}}} | {\"a\":1} | b: expected a"
                        + " value, got nothing",
                "{\"allOf\":[{\"minimum\":1},{\"minimum\":2}]} | 1 | expected at least 2, got 1",
                "{\"anyOf\":[{\"type\":\"string\"},{\"minimum\":3},{\"type\":\"string\"}]} | 1 |"
                        + " expected string or at least 3, got integer",
                "{\"anyOf\":[{\"type\":\"string\"},{\"items\":{\"required\":[\"a\"]}},"
                        + "{\"items\":false}]} | [{}] | [0].a: expected a value, got nothing",
                "{\"oneOf\":[{\"minimum\":1},{\"minimum\":2},{\"minimum\":3}]} | 2 | expected a"
                        + " value that fits exactly 1 of 3 schemas, got one that fits 2",
                "{\"oneOf\":[{\"type\":\"null\"},{\"type\":\"string\"}]} | [] | expected null or"
                        + " string, got array",
                "{\"not\":{\"type\":\"string\"}} | \"x\" | expected a value that does not fit the"
                        + " schema of \"not\", got \"x\"",
                "{\"if\":{\"type\":\"string\"},\"then\":{\"minLength\":1},\"else\":false} | \"\" |"
                        + " expected at least 1 characters, got 0 characters",
                "{\"if\":{\"type\":\"string\"},\"then\":{\"minLength\":1},\"else\":false} | 1 |"
                        + " expected nothing, got integer",
                "{\"if\":{\"type\":\"string\"}} | 1 | ok",
                "{\"$ref\":\"tree\",\"minProperties\":1} | {\"left\":{\"left\":{\"n\":\"x\"}}} |"
                        + " left.left.n: expected integer, got string",
                "{\"$ref\":\"odd\"} | 3 | ok",
                "{\"$ref\":\"odd\"} | 4 | expected a value that does not fit the schema of \"not\","
                        + " got 4"
            })
    void everyKeywordHasItsWords(String schema, String json, String words) {
        Rule rule = Rule.of(schema, RuleTable.of(TABLE));
        JsonValue value = JsonValue.parse(json);
        if (words.equals("ok")) {
            assertThatCode(() -> rule.check("", value)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> rule.check("", value))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage(words);
        }
    }

    @Test
    void aPlaceComesBeforeThePath() {
        Rule rule = Rule.of("{\"items\": {\"type\": \"null\"}}");
        assertThatThrownBy(() -> rule.check("list", JsonValue.parse("[1]")))
                .hasMessage("list[0]: expected null, got integer");
    }

    /** A quadratic search would take minutes. */
    @Test
    void manyItemsAreComparedInTime() {
        List<JsonValue> items = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            items.add(JsonValue.ofItems(JsonValue.of(i)));
        }
        Rule rule = Rule.of("{\"uniqueItems\": true}");
        assertThatCode(() -> rule.check("", JsonValue.ofItems(items))).doesNotThrowAnyException();
    }
}
