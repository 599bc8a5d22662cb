package dev.gdwire.gen.gdscript;

import static dev.gdwire.gen.gdscript.Ir.BOOLEAN;
import static dev.gdwire.gen.gdscript.Ir.INTEGER;
import static dev.gdwire.gen.gdscript.Ir.constant;
import static dev.gdwire.gen.gdscript.Ir.enumeration;
import static dev.gdwire.gen.gdscript.Ir.list;
import static dev.gdwire.gen.gdscript.Ir.literal;
import static dev.gdwire.gen.gdscript.Ir.message;
import static dev.gdwire.gen.gdscript.Ir.nullable;
import static dev.gdwire.gen.gdscript.Ir.optional;
import static dev.gdwire.gen.gdscript.Ir.record;
import static dev.gdwire.gen.gdscript.Ir.request;
import static dev.gdwire.gen.gdscript.Ir.required;
import static dev.gdwire.gen.gdscript.Ir.scalars;
import static dev.gdwire.gen.gdscript.Ir.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problem;
import dev.gdwire.gen.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

/** Everything gets a name of its own, the same in any order. */
class NameTest {
    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";

    @Test
    void thePropertyThatIsSpeltLikeTheNameHasIt() {
        assertThat(properties("a-b", "a_b", "a b")).containsExactly("a_b_3", "a_b", "a_b_2");
    }

    @Test
    void othersAreSpeltAsOnTheWireIfTheyCan() {
        assertThat(properties("maxFrame", "max_frame")).containsExactly("maxFrame", "max_frame");
        assertThat(properties("L", "l")).containsExactly("L", "l");
        assertThat(properties("Node", "node")).containsExactly("node_2", "node");
    }

    @Test
    void signsAndLettersOfAllScriptsAreSpelled() {
        assertThat(properties("", "$", "<=", "日本", "-1", "3d"))
                .containsExactly(
                        "empty",
                        "dollar_sign",
                        "less_than_sign_equals_sign",
                        "u65e5_u672c",
                        "minus_1",
                        "_3d");
    }

    /** A function needs its end, also where there are no parameters to break the line between. */
    @Test
    void aClassMayHaveALongName() {
        String name = "a".repeat(80);
        String className = "A" + name.substring(1);
        assertThat(script(record(name, "Long.", optional("x", INTEGER))))
                .contains("\nstatic func of() -> " + className + ":\n\treturn ");
        assertThat(script(record(name, "Long.", required("x", INTEGER))))
                .contains("\nstatic func of(\n\t\tp_x: int) -> " + className + ":\n\tvar ");
    }

    private static String script(RecordDef record) {
        Protocol protocol = protocolOf(record);
        return GdScriptEmitter.emit(protocol, "long").stream()
                .filter(file -> file.path().startsWith("long/messages/"))
                .map(GeneratedFile::content)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLongValueDoesNotMakeALongConstant() {
        List<String> names = constants(enumeration("e", "x".repeat(300), "x".repeat(301)));
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() < 100);
    }

    @Test
    void functionsOfAPropertyMakeWayForOthers() {
        FieldDef field = optional("x", nullable(INTEGER));
        List<FieldDef> fields =
                List.of(field, required("has_x", INTEGER), required("is_x_null", INTEGER));
        MemberNames names = new MemberNames(fields, name -> false);
        assertThat(names.name(field)).isEqualTo("x");
        assertThat(names.bare(field)).isEqualTo("x_2");
    }

    @Test
    void aConstantIsNotNamedLikeAClass() {
        FieldDef field = required("k", constant(literal("v")));
        assertThat(new MemberNames(List.of(field), "K"::equals).name(field)).isEqualTo("K_");
    }

    @Property
    void membersHaveNamesOfTheirOwnInAnyOrder(
            @ForAll @UniqueElements @Size(max = 12) List<String> texts) {
        List<FieldDef> fields =
                texts.stream()
                        .map(
                                text ->
                                        optional(
                                                text,
                                                text.length() % 2 == 0
                                                        ? nullable(INTEGER)
                                                        : list(list(BOOLEAN))))
                        .toList();
        List<FieldDef> reversed = new ArrayList<>(fields);
        Collections.reverse(reversed);
        MemberNames names = new MemberNames(fields, name -> false);
        MemberNames same = new MemberNames(reversed, name -> false);
        Set<String> seen = new HashSet<>();
        for (FieldDef field : fields) {
            assertThat(names.name(field)).isEqualTo(same.name(field)).matches(IDENTIFIER);
            assertThat(names.bare(field)).isEqualTo(same.bare(field)).matches(IDENTIFIER);
            String bare = names.bare(field);
            Stream.of(
                            names.name(field),
                            MemberNames.has(bare),
                            MemberNames.clear(bare),
                            MemberNames.hasFlag(bare),
                            MemberNames.rule(MemberNames.place(bare)))
                    .forEach(name -> assertThat(seen.add(name)).as(name).isTrue());
        }
    }

    @Test
    void valuesHaveWordsForNames() {
        EnumDef signs = enumeration("sign", "", "<", "<=", "+", "3d", "a b", "é", "OK", "node");
        assertThat(constants(signs))
                .containsExactly(
                        "EMPTY",
                        "LESS_THAN_SIGN",
                        "LESS_THAN_SIGN_EQUALS_SIGN",
                        "PLUS_SIGN",
                        "VALUE_3D",
                        "A_B",
                        "E",
                        "OK",
                        "NODE");
        EnumDef numbers = scalars("n", value(-1), value(1.5), value(15), value(true), value("15"));
        assertThat(constants(numbers))
                .containsExactly("MINUS_1", "VALUE_1_5", "VALUE_15_2", "TRUE", "VALUE_15");
    }

    @Test
    void valuesOfOneNameSpellTheirSigns() {
        assertThat(constants(enumeration("language", "c", "c#", "c++", "C")))
                .containsExactly("C_2", "C_NUMBER_SIGN", "C_PLUS_SIGN_PLUS_SIGN", "C");
    }

    @Test
    void aValueHasTheNameThatItsSchemaWishes() {
        assertThat(constants(scalars("level", value(3, "The third.", "veryHigh"))))
                .containsExactly("VERY_HIGH");
    }

    @Property
    void valuesHaveNamesOfTheirOwnInAnyOrder(
            @ForAll @UniqueElements @Size(min = 1, max = 12) List<String> texts) {
        List<String> reversed = new ArrayList<>(texts);
        Collections.reverse(reversed);
        EnumDef def = enumeration("e", texts.toArray(String[]::new));
        List<String> same = constants(enumeration("e", reversed.toArray(String[]::new)));
        Collections.reverse(same);
        assertThat(constants(def))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(IDENTIFIER))
                .isEqualTo(same);
    }

    @Test
    void typesHaveClassesAndFilesOfTheirOwn() {
        List<TypeName> types =
                List.of(
                        new TypeName(List.of("a1")),
                        new TypeName(List.of("a", "1")),
                        new TypeName(List.of("a_1")),
                        new TypeName(List.of("set", "api")));
        TypeNames names = new TypeNames(types, Optional.of("SetApi"));
        assertThat(types.stream().map(names::className))
                .containsExactly("A1", "A1_2", "A_1", "SetApi_2");
        assertThat(types.stream().map(names::file))
                .containsExactly("a1", "a_1", "a_1_2", "set_api");
    }

    @Test
    void handlersMakeWayForSignals() {
        SignalNames names =
                new SignalNames(
                        List.of(
                                message(record("on_go", ""), Sender.BOTH),
                                request(record("go", ""), "on_go")));
        assertThat(names.signal("on_go")).isEqualTo("on_go");
        assertThat(names.handler("go")).isEqualTo("on_go_2");
    }

    @Test
    void aGlobalClassOfTheEnginesNameIsReported() {
        Problems problems = new Problems();
        GdScriptEmitter.emit(protocolOfClass("Node"), "set", problems);
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly(
                        "protocol.json: error GW031: \"godotClassName\" is Node, a class of Godot"
                                + " itself");
        assertThatThrownBy(() -> GdScriptEmitter.emit(protocolOfClass("Node"), "m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a class of Godot itself");
    }

    private static Protocol protocolOfClass(String name) {
        List<MessageDef> messages = List.of(message(record("m", ""), Sender.BOTH));
        return new Protocol(
                "set", "1.0", "type", Optional.empty(), Optional.of(name), "", messages, List.of());
    }

    private static Protocol protocolOf(RecordDef record) {
        List<MessageDef> messages = List.of(message(record, Sender.BOTH));
        return new Protocol(
                "long", "1.0", "type", Optional.empty(), Optional.empty(), "", messages, List.of());
    }

    private static List<String> properties(String... wireNames) {
        List<FieldDef> fields = Stream.of(wireNames).map(name -> required(name, INTEGER)).toList();
        MemberNames names = new MemberNames(fields, name -> false);
        return fields.stream().map(names::name).toList();
    }

    private static List<String> constants(EnumDef def) {
        EnumNames names = EnumNames.of(def);
        List<String> result = new ArrayList<>();
        def.values().forEach(value -> result.add(names.name(value)));
        return result;
    }
}
