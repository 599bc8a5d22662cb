package dev.gdwire.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;

/** A JSON Schema validator that knows nothing of Gdwire. */
final class ReferenceValidator {
    static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private static final List<Dialect> DIALECTS =
            List.of(
                    Dialects.getDraft4(),
                    Dialects.getDraft6(),
                    Dialects.getDraft7(),
                    Dialects.getDraft201909(),
                    Dialects.getDraft202012());

    private final SchemaRegistry registry;

    /**
     * A validator of one set of schemas.
     *
     * @param schemas the text of the schema at an IRI, or null
     */
    ReferenceValidator(UnaryOperator<String> schemas) {
        this(DIALECTS, schemas);
    }

    private ReferenceValidator(List<Dialect> dialects, UnaryOperator<String> schemas) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        this.registry =
                SchemaRegistry.withDialects(
                        dialects,
                        builder ->
                                builder.defaultDialectId(Dialects.getDraft202012().getId())
                                        .schemas(schemas)
                                        .schemaRegistryConfig(config));
    }

    /** The same, which knows what docs/schema.md says of int64 and int32. */
    static ReferenceValidator withIntegerFormats(UnaryOperator<String> schemas) {
        List<Dialect> dialects =
                DIALECTS.stream()
                        .map(
                                each ->
                                        Dialect.builder(each)
                                                .format(new Int64Format())
                                                .format(new Int32Format())
                                                .build())
                        .toList();
        return new ReferenceValidator(dialects, schemas);
    }

    /** Whether a value fits the schema at an IRI. */
    boolean isValid(String iri, tools.jackson.databind.JsonNode value) {
        return errors(iri, value).isEmpty();
    }

    /** What the schema at an IRI has against a value. */
    List<Error> errors(String iri, tools.jackson.databind.JsonNode value) {
        try {
            return errors(iri, MAPPER.readTree(value.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the schema at an IRI has against a value. */
    List<Error> errors(String iri, JsonNode value) {
        SchemaLocation location = SchemaLocation.of(iri);
        return registry.getSchema(location).validate(withOneFormOfNumbers(value));
    }

    /** The validator takes 1 and 1.0, and 0 and -0.0, for different items; JSON Schema does not. */
    private static JsonNode withOneFormOfNumbers(JsonNode json) {
        if (json.isNumber()) {
            return oneForm(json.decimalValue().stripTrailingZeros());
        }
        if (json.isObject()) {
            ObjectNode members = MAPPER.createObjectNode();
            json.properties()
                    .forEach(m -> members.set(m.getKey(), withOneFormOfNumbers(m.getValue())));
            return members;
        }
        if (json.isArray()) {
            ArrayNode items = MAPPER.createArrayNode();
            json.forEach(item -> items.add(withOneFormOfNumbers(item)));
            return items;
        }
        return json;
    }

    /** A number of 32 bits; the schemas have it beside the type integer only. */
    private static final class Int32Format implements Format {
        @Override
        public String getName() {
            return "int32";
        }

        @Override
        public boolean matches(ExecutionContext context, SchemaContext schema, JsonNode value) {
            return !value.isNumber()
                    || value.decimalValue().abs().compareTo(BigDecimal.valueOf(1L << 31)) < 0
                    || value.decimalValue().compareTo(BigDecimal.valueOf(-1L << 31)) == 0;
        }
    }

    /** A 64-bit integer in decimal digits. */
    private static final class Int64Format implements Format {
        @Override
        public String getName() {
            return "int64";
        }

        @Override
        public boolean matches(ExecutionContext context, String text) {
            return text.matches("0|-?[1-9][0-9]{0,18}")
                    && new BigInteger(text).bitLength() < Long.SIZE;
        }
    }

    /** The form in which the validator reads numbers of schemas, which it compares with. */
    private static JsonNode oneForm(BigDecimal value) {
        if (value.scale() > 0) {
            double near = value.doubleValue();
            boolean isExact = BigDecimal.valueOf(near).compareTo(value) == 0;
            return isExact ? DoubleNode.valueOf(near) : DecimalNode.valueOf(value);
        }
        BigInteger whole = value.toBigIntegerExact();
        if (whole.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(whole.intValue());
        }
        return whole.bitLength() < Long.SIZE
                ? LongNode.valueOf(whole.longValue())
                : BigIntegerNode.valueOf(whole);
    }
}
