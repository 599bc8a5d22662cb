package dev.gdwire.gen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceFileTest {
    @TempDir Path folder;

    @Test
    void hasALineForEachSetThatIsStillGenerated() throws IOException {
        generate("b/BProtocol");
        add("b.BProtocol");
        generate("a/AProtocol");
        add("a.AProtocol");
        assertThat(lines()).containsExactly("a.AProtocol", "b.BProtocol");

        Files.delete(folder.resolve("src/b/BProtocol.java"));
        add("a.AProtocol");
        assertThat(lines()).containsExactly("a.AProtocol");
    }

    private void generate(String name) throws IOException {
        Path file = folder.resolve("src/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    private void add(String name) throws IOException {
        ServiceFile.in(folder.resolve("res"), folder.resolve("src")).add(name);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(
                folder.resolve("res/META-INF/services/dev.gdwire.protocol.Protocol"));
    }
}
