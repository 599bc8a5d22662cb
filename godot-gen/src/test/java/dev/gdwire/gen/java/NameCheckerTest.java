package dev.gdwire.gen.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.ir.Doc;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problem;
import dev.gdwire.gen.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameCheckerTest {
    @Test
    void typeNamedAsARegistry() {
        TypeDef type = Samples.record("zoo_message", "", List.of());
        assertThat(problems(List.of(), List.of(type)))
                .containsExactly(
                        "zoo_message.schema.json:1:1: error GW030: the type gets the Java class"
                                + " ZooMessage, which is that of what is written for every"
                                + " schema set");
    }

    @Test
    void aCodecGivesWayToATypeOfItsName() {
        TypeDef type = Samples.record("order_codec", "", List.of());
        assertThat(written(List.of(), List.of(type), EmitOptions.NONE, new Problems()))
                .extracting(file -> file.path().replaceFirst(".*/", ""))
                .contains(
                        "Order.java",
                        "OrderCodec2.java",
                        "OrderCodec.java",
                        "OrderCodecCodec.java");
    }

    @Test
    void typeWithANameTooLongForAFile() {
        TypeDef type = Samples.record("a".repeat(236), "", List.of());
        assertThat(problems(List.of(), List.of(type)))
                .singleElement()
                .asString()
                .endsWith(
                        "a.schema.json:1:1: error GW042: the name of the type is too long: its"
                                + " files would have names of more than 255 bytes");
        TypeDef other = Samples.record("a".repeat(235), "", List.of());
        assertThat(written(List.of(), List.of(other), EmitOptions.NONE, new Problems()))
                .isNotEmpty();
    }

    @Test
    void packageOfJavaItself() {
        for (String name : List.of("java", "java.util")) {
            Problems found = new Problems();
            EmitOptions options = new EmitOptions(Optional.of(name));
            assertThat(written(List.of(), List.of(), options, found)).isEmpty();
            assertThat(found.sorted())
                    .singleElement()
                    .hasToString(
                            ".: error GW031: \""
                                    + name
                                    + "\" is a package of Java itself, to which nothing can be"
                                    + " added");
        }
        EmitOptions own = new EmitOptions(Optional.of("javagame.java"));
        assertThat(written(List.of(), List.of(), own, new Problems())).isNotEmpty();
    }

    @Test
    void tooManyProperties() {
        List<FieldDef> fields =
                IntStream.range(0, 128)
                        .mapToObj(i -> Samples.required("n" + i, "", Samples.NUMBER))
                        .toList();
        assertThat(problems(fields, List.of()))
                .containsExactly(
                        "order.schema.json:1:1: error GW031: the object has more properties than a"
                                + " Java record can have components");
    }

    @Test
    void tooManyConstantsOrCases() {
        List<Literal> values =
                IntStream.range(0, 3001).mapToObj(i -> Samples.string("v" + i)).toList();
        TypeDef mood =
                new EnumDef(
                        Samples.name("mood"),
                        Samples.source("mood"),
                        Samples.doc(""),
                        values.stream()
                                .map(v -> new EnumValue(v, Doc.NONE, Optional.empty()))
                                .toList(),
                        Optional.empty());
        RecordDef circle =
                Samples.record(
                        "circle",
                        "",
                        List.of(Samples.required("kind", "", Samples.text(0, 9, "."))));
        TypeDef shape =
                new UnionDef(
                        Samples.name("shape"),
                        Samples.source("shape"),
                        Samples.doc(""),
                        "kind",
                        List.of(circle.name()),
                        List.of(new UnionDef.Case(values, circle.name())));
        assertThat(problems(List.of(), List.of(mood, circle, shape)))
                .containsExactly(
                        "mood.schema.json:1:1: error GW031: the enum has more values than a Java"
                                + " class can have constants",
                        "shape.schema.json:1:1: error GW031: the union has more cases than a Java"
                                + " method can list");
    }

    @Test
    void patternThatIsNotSupported() {
        TypeRef text =
                new TypeRef.StringRef(
                        OptionalInt.empty(), OptionalInt.empty(), Optional.of("\\p{Nonsense}"));
        assertThat(problems(List.of(Samples.required("a", "", text)), List.of()))
                .containsExactly(
                        "order.schema.json:1:1: error GW017: the pattern is not supported:"
                                + " \"\\p{Nonsense}\" is none of the properties that are known here"
                                + " (general categories, Script=..., Alphabetic and the like)");
    }

    private static List<String> problems(List<FieldDef> fields, List<TypeDef> types) {
        Problems problems = new Problems();
        assertThat(written(fields, types, EmitOptions.NONE, problems)).isEmpty();
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    private static List<GeneratedFile> written(
            List<FieldDef> fields, List<TypeDef> types, EmitOptions options, Problems problems) {
        var order = Samples.message(Samples.record("order", "", fields), Sender.BOTH, null);
        return new JavaEmitter()
                .emit(Samples.protocol("zoo", List.of(order), types), options, problems);
    }
}
