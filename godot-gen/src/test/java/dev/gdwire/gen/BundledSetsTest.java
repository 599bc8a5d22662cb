package dev.gdwire.gen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.FieldDef.Presence;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BundledSetsTest {
    @Test
    void rlHasItsMessagesAndTypes() {
        LoadResult result = Generator.bundled("rl");
        assertThat(result.printed()).isEmpty();
        Protocol rl = result.orThrow();
        assertThat(rl.messages())
                .extracting(MessageDef::tag)
                .containsExactly(
                        "close", "describe", "description", "observation", "reset", "step");
        assertThat(rl.types())
                .extracting(type -> type.name().snakeCase())
                .containsExactly("agent_action", "agent_state", "space");
        MessageDef step = rl.messages().get(5);
        assertThat(step.sender()).isEqualTo(Sender.JAVA);
        assertThat(step.replyTag()).contains("observation");
        assertThat(step.fingerprint()).matches("[0-9a-f]{32}");
        assertThat(step.record().fields().get(0).type())
                .isEqualTo(
                        new TypeRef.ListRef(
                                new TypeRef.NamedRef(new TypeName(List.of("agent", "action"))),
                                OptionalInt.of(1),
                                OptionalInt.empty(),
                                false));
        FieldDef ticks = step.record().fields().get(1);
        assertThat(ticks.presence()).isEqualTo(Presence.OPTIONAL);
        TypeRef.IntegerRef integer = (TypeRef.IntegerRef) ticks.type();
        assertThat(integer.width()).isEqualTo(IntegerWidth.INT32);
        assertThat(integer.limits().maximum()).contains(BigDecimal.valueOf(1000));
        assertThat(ticks.source().pointer()).isEqualTo("/properties/ticks");
    }

    @Test
    void rlKeepsDefaultsWordsAndPrecision() {
        Protocol rl = Generator.bundled("rl").orThrow();
        FieldDef ticksPerStep = rl.messages().get(2).record().fields().get(5);
        assertThat(ticksPerStep.wireName()).isEqualTo("ticksPerStep");
        assertThat(ticksPerStep.defaultValue())
                .isEqualTo(Optional.of(new Literal.NumberLiteral(BigDecimal.ONE)));
        assertThat(ticksPerStep.doc().description())
                .contains("Physics ticks that the game runs for a step that does not say.");
        RecordDef state = (RecordDef) rl.types().get(1);
        TypeRef.ListRef values = (TypeRef.ListRef) state.fields().get(0).type();
        assertThat(((TypeRef.NumberRef) values.items()).precision())
                .isEqualTo(NumberPrecision.FLOAT32);
    }

    @Test
    void coreHasItsOwnDiscriminatorAndEnums() {
        LoadResult result = Generator.bundled("core");
        assertThat(result.printed()).isEmpty();
        Protocol core = result.orThrow();
        assertThat(core.discriminator()).isEqualTo("gdwire");
        assertThat(core.javaPackage()).contains("dev.gdwire.protocol.core");
        assertThat(core.messages())
                .extracting(MessageDef::tag)
                .containsExactly(
                        "ack",
                        "away",
                        "bye",
                        "challenge",
                        "error",
                        "fingerprints",
                        "hello",
                        "ping",
                        "pong",
                        "proof",
                        "reject",
                        "welcome");
        assertThat(core.types())
                .extracting(type -> type.name().snakeCase())
                .containsExactly("error_code", "offer", "reject_code", "session");
        assertThat(((EnumDef) core.types().get(2)).texts())
                .startsWith("wire_version", "no_common_protocol")
                .hasSize(8);
        assertThat(core.messages().get(5).record().fields().get(1).type())
                .isEqualTo(
                        new TypeRef.MapRef(
                                new TypeRef.StringRef(
                                        OptionalInt.empty(), OptionalInt.empty(), Optional.empty()),
                                OptionalInt.empty(),
                                OptionalInt.empty()));
    }

    @Test
    void theGodotSetHoldsSharedTypesOnly() {
        LoadResult result = Generator.bundled("godot");
        assertThat(result.printed()).isEmpty();
        assertThat(result.orThrow().messages()).isEmpty();
        assertThat(result.orThrow().types()).isEmpty();
    }
}
