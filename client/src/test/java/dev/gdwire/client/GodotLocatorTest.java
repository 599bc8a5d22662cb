package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.GdwireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GodotLocatorTest {
    @TempDir Path folder;

    @Test
    void aGivenProgramIsTaken() throws IOException {
        Path godot = program("engine");
        assertThat(new GodotLocator(Map.of()).locate(godot)).isEqualTo(godot);
    }

    @Test
    void theVariableWinsOverPathAndPathOverTheCache() throws IOException {
        Path named = program("named/godot");
        Path onPath = program("bin/godot");
        Path fetched = program("cache/gdwire/godot/godot");
        String path = folder.resolve("empty") + ":" + onPath.getParent();
        String cache = folder.resolve("cache").toString();
        assertThat(
                        new GodotLocator(
                                        Map.of(
                                                "GODOT", named.toString(),
                                                "PATH", path,
                                                "XDG_CACHE_HOME", cache))
                                .locate())
                .isEqualTo(named);
        assertThat(new GodotLocator(Map.of("PATH", path, "XDG_CACHE_HOME", cache)).locate())
                .isEqualTo(onPath);
        assertThat(new GodotLocator(Map.of("GODOT", "", "XDG_CACHE_HOME", cache)).locate())
                .isEqualTo(fetched);
    }

    @Test
    void withoutACacheVariableTheHomeFolderIsLookedAt() throws IOException {
        Path fetched = program(".cache/gdwire/godot/godot");
        assertThat(new GodotLocator(Map.of("HOME", folder.toString())).locate()).isEqualTo(fetched);
    }

    @Test
    void noneAnywhereTellsEveryPlaceAndTheCommand() {
        Map<String, String> environment = Map.of("PATH", "/nowhere", "HOME", "/no/home");
        assertThatThrownBy(() -> new GodotLocator(environment).locate())
                .isInstanceOf(GdwireException.class)
                .hasMessage(
                        "No Godot was found. Looked at: --godot (not given), $GODOT (not set),"
                                + " godot on PATH (/nowhere),"
                                + " /no/home/.cache/gdwire/godot/godot. Install Godot 4.3 or newer,"
                                + " name one with --godot PATH or $GODOT, or run:"
                                + " ./gdwire godot install");
    }

    @Test
    void aGivenPathThatIsMissingOrNoProgramIsAnErrorThoughOthersExist() throws IOException {
        Path onPath = program("bin/godot");
        Path plain = Files.writeString(folder.resolve("notes.txt"), "no program");
        GodotLocator locator =
                new GodotLocator(
                        Map.of("PATH", onPath.getParent().toString(), "GODOT", plain.toString()));
        assertThatThrownBy(() -> locator.locate(folder.resolve("gone")))
                .isInstanceOf(GdwireException.class)
                .hasMessageStartingWith(
                        "Godot was not found at " + folder.resolve("gone") + " (from --godot).");
        assertThatThrownBy(() -> locator.locate(folder))
                .isInstanceOf(GdwireException.class)
                .hasMessage(
                        folder
                                + " (from --godot) is no program that can be run."
                                + " Name the Godot executable itself.");
        assertThatThrownBy(locator::locate)
                .isInstanceOf(GdwireException.class)
                .hasMessageContaining("notes.txt (from $GODOT) is no program");
    }

    private Path program(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
