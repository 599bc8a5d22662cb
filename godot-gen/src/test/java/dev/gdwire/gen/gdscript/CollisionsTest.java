package dev.gdwire.gen.gdscript;

import static dev.gdwire.gen.gdscript.Ir.INTEGER;
import static dev.gdwire.gen.gdscript.Ir.enumeration;
import static dev.gdwire.gen.gdscript.Ir.message;
import static dev.gdwire.gen.gdscript.Ir.optional;
import static dev.gdwire.gen.gdscript.Ir.record;
import static dev.gdwire.gen.gdscript.Ir.request;
import static dev.gdwire.gen.gdscript.Ir.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.problem.Problem;
import dev.gdwire.gen.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollisionsTest {
    @Test
    void twoPropertiesOfOneNameAreReported() {
        assertThat(report(record("m", "", required("a-b", INTEGER), required("a_b", INTEGER))))
                .containsExactly(
                        "a_b.schema.json:1:1: error GW030: the property \"a_b\" gets the name a_b"
                                + " in GDScript, as does the property \"a-b\"");
    }

    @Test
    void theFunctionsOfTwoPropertiesOfOneNameAreNotReportedToo() {
        assertThat(report(record("m", "", optional("L", INTEGER), optional("l", INTEGER))))
                .hasSize(1);
    }

    @Test
    void aGlobalClassOfTheEnginesNameIsReported() {
        Problems problems = new Problems();
        Protocol protocol =
                new Protocol(
                        "set",
                        "1.0",
                        "type",
                        Optional.empty(),
                        Optional.of("Node"),
                        "",
                        List.of(message(record("m", ""), Sender.BOTH)),
                        List.of());
        GdScriptEmitter.emit(protocol, "set", problems);
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly(
                        "protocol.json: error GW031: \"godotClassName\" is Node, a class of Godot"
                                + " itself");
    }

    @Test
    void aPropertyThatHidesAFunctionOfAnotherIsReported() {
        assertThat(report(record("m", "", optional("x", INTEGER), required("has_x", INTEGER))))
                .containsExactly(
                        "x.schema.json:1:1: error GW030: a function of the property \"x\" gets the"
                                + " name has_x in GDScript, as does the property \"has_x\"");
    }

    @Test
    void twoValuesOfOneNameAreReported() {
        assertThat(report(record("m", ""), enumeration("color", "dark-red", "dark_red")))
                .containsExactly(
                        "color.schema.json:1:1: error GW030: the value \"dark_red\" gets the name"
                                + " DARK_RED in GDScript, as does the value \"dark-red\"");
    }

    @Test
    void aSignalThatIsNamedLikeAHandlerIsReported() {
        Problems problems = new Problems();
        Protocol protocol =
                protocol(
                        List.of(
                                message(record("on_go", ""), Sender.BOTH),
                                request(record("go", ""), "on_go")));
        GdScriptEmitter.emit(protocol, "set", problems);
        assertThat(problems.sorted())
                .extracting(Problem::message)
                .containsExactly(
                        "the handler of the message \"go\" gets the name on_go in GDScript, as does"
                                + " the message \"on_go\"");
    }

    @Test
    void theSampleSetsHaveNone() {
        for (Protocol protocol : List.of(SampleProtocols.core(), SampleProtocols.rich())) {
            Problems problems = new Problems();
            new GdScriptEmitter().emit(protocol, EmitOptions.NONE, problems);
            assertThat(problems.sorted()).isEmpty();
        }
    }

    @Test
    void withoutAPlaceForProblemsACollisionIsAnException() {
        Protocol protocol =
                protocol(record("m", "", required("a-b", INTEGER), required("a_b", INTEGER)));
        assertThatThrownBy(() -> GdScriptEmitter.emit(protocol, "m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gets the name a_b in GDScript");
    }

    private static List<String> report(RecordDef message, TypeDef... types) {
        Problems problems = new Problems();
        GdScriptEmitter.emit(protocol(message, types), "set", problems);
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    private static Protocol protocol(RecordDef message, TypeDef... types) {
        return protocol(List.of(message(message, Sender.BOTH)), types);
    }

    private static Protocol protocol(List<MessageDef> messages, TypeDef... types) {
        return new Protocol(
                "set",
                "1.0",
                "type",
                Optional.empty(),
                Optional.empty(),
                "",
                messages,
                List.of(types));
    }
}
