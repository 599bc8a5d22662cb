package dev.gdwire.gen.gdscript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.output.GeneratedFile;
import org.junit.jupiter.api.Test;

class AddonFilesTest {
    @Test
    void theAddonIsWhole() {
        assertThat(AddonFiles.all())
                .extracting(GeneratedFile::path)
                .isSorted()
                .contains(
                        "addons/gdwire/plugin.cfg",
                        "addons/gdwire/message.gd",
                        "addons/gdwire/reader.gd",
                        "addons/gdwire/typed_protocol.gd")
                .allMatch(path -> path.startsWith("addons/gdwire/"));
    }

    @Test
    void everyScriptSaysWhatItIsFor() {
        assertThat(AddonFiles.all())
                .filteredOn(file -> file.path().endsWith(".gd"))
                .allSatisfy(file -> assertThat(file.content()).contains("\n## "));
    }
}
