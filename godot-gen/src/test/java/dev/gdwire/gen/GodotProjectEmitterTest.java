package dev.gdwire.gen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import org.junit.jupiter.api.Test;

class GodotProjectEmitterTest {
    @Test
    void writesTheAddOnItsCoreMessagesAndTheSet() {
        Problems problems = new Problems();
        assertThat(
                        new GodotProjectEmitter()
                                .emit(
                                        Generator.bundled("rl").orThrow(),
                                        EmitOptions.NONE,
                                        problems))
                .extracting(GeneratedFile::path)
                .doesNotHaveDuplicates()
                .contains("addons/gdwire/plugin.cfg", "addons/gdwire/core/core.gd", "rl/rl.gd");
        assertThat(problems.sorted()).isEmpty();
    }
}
