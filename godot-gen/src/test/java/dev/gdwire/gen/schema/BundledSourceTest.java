package dev.gdwire.gen.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledSourceTest {
    @TempDir Path folder;

    @Test
    void readsAnArchiveAsItReadsAFolder() throws IOException {
        Path archive = folder.resolve("with space+and%20signs.jar");
        BundledSource fromFolder = new BundledSource("rl");
        try (OutputStream out = Files.newOutputStream(archive);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String path : fromFolder.paths()) {
                jar.putNextEntry(new JarEntry("dev/gdwire/schemas/rl/" + path));
                jar.write(fromFolder.read(path));
                jar.closeEntry();
            }
        }
        URL[] urls = {archive.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            BundledSource fromArchive = new BundledSource("rl", loader);
            assertThat(fromArchive.paths())
                    .isEqualTo(fromFolder.paths())
                    .contains("protocol.json", "types/space.schema.json");
            for (String path : fromArchive.paths()) {
                assertThat(fromArchive.read(path)).isEqualTo(fromFolder.read(path));
            }
        }
    }

    @Test
    void onlyKnowsTheSetsThatShip() {
        assertThatThrownBy(() -> new BundledSource("chess"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no schema set chess ships with Gdwire, only [core, godot, rl]");
    }
}
