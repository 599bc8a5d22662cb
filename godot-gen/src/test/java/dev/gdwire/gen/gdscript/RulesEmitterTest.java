package dev.gdwire.gen.gdscript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.output.GeneratedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RulesEmitterTest {
    @Test
    void fewRulesAreAConstant() {
        List<GeneratedFile> files = RulesEmitter.emit(protocol(1), "toy/toy_rules.gd");
        assertThat(files).hasSize(1);
        assertThat(files.get(0).content()).contains("const ALL: Dictionary = {");
    }

    @Test
    void manyRulesAreLoadedOnceAndNotWithEachScript() {
        List<GeneratedFile> files = RulesEmitter.emit(protocol(2000), "toy/toy_rules.gd");
        assertThat(files)
                .extracting(GeneratedFile::path)
                .containsExactly("toy/toy_rules.gd", "toy/toy_rules_data.gd");
        assertThat(files.get(0).content())
                .contains("static var ALL: Dictionary", "load(\"res://toy/toy_rules_data.gd\")")
                .hasSizeLessThan(1000);
        assertThat(files.get(1).content()).contains("const ALL: Dictionary = {");
    }

    private static Protocol protocol(int count) {
        SortedMap<String, Rule> rules = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Literal type = new Literal.StringLiteral("string");
            rules.put("rule_" + i, new Rule(new Literal.ObjectLiteral(Map.of("type", type))));
        }
        return new Protocol(
                "toy",
                "1.0",
                "type",
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                rules);
    }
}
