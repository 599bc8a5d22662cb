package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gdwire.integration.VerdictTable.FormatRow;
import dev.gdwire.protocol.codec.TextFormat;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the table says of formats: Java says the same, and the game too. */
class FormatVerdictTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<FormatRow> rows() throws IOException {
        return VerdictTable.formats();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyFormatIsAsTheTableSays(FormatRow row) {
        assertThat(TextFormat.of(row.format()).matches(row.text())).isEqualTo(row.valid());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aValidatorSaysTheSameButWhereTheTableTellsWhyNot(FormatRow row) {
        String schema =
                JsonNodeFactory.instance.objectNode().put("format", row.format()).toString();
        boolean valid =
                REGISTRY.getSchema(schema)
                        .validate(
                                JsonNodeFactory.instance.stringNode(row.text()).toString(),
                                InputFormat.JSON,
                                FormatVerdictTest::assertFormats)
                        .isEmpty();
        assertThat(valid != row.valid()).isEqualTo(row.differs() != null);
    }

    private static void assertFormats(ExecutionContext context) {
        context.executionConfig(config -> config.formatAssertionsEnabled(true));
    }
}
