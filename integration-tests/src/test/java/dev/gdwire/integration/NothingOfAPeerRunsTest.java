package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.gdscript.AddonFiles;
import dev.gdwire.gen.output.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing is executed or loaded on behalf of a peer: neither the add-on nor the Java side has calls
 * that could. A call that is new here is to be looked at: can its name or place come from a peer?
 */
class NothingOfAPeerRunsTest {
    private static final Pattern GODOT =
            Pattern.compile(
                    "\\b(str_to_var|bytes_to_var\\w*|get_var|put_var|Expression|ResourceLoader"
                        + "|ResourceSaver|FileAccess|DirAccess|ConfigFile|ClassDB|GDExtension\\w*"
                        + "|JavaScriptBridge|JavaClassWrapper|PCKPacker|load_resource_pack"
                        + "|ProjectSettings|source_code|GDScript\\.new|instance_from_id|callv"
                        + "|call_deferred|call_group\\w*|set_deferred|set_indexed|get_indexed"
                        + "|add_user_signal|emit_signal|rpc|rpc_id|get_node\\w*"
                        + "|OS\\.(execute\\w*|create_process|create_instance|shell_\\w+|kill"
                        + "|move_to_trash|set_environment|get_environment))\\b"
                        + "|\\b(load|Callable|Signal)\\(");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\.call\\(([^,)]*)");

    /** Functions that the add-on's own code hands over. */
    private static final Set<String> CALLABLES =
            Set.of(
                    "_say_away",
                    "_say_back",
                    "check_item",
                    "check_value",
                    "checked",
                    "convert_item",
                    "handler",
                    "read");

    private static final Pattern JAVA =
            Pattern.compile(
                    "\\b(ObjectInputStream|XMLDecoder|Class\\.forName|loadClass|\\w*ClassLoader|defineClass"
                        + "|ScriptEngine\\w*|ServiceLoader\\.|InitialContext|setAccessible|newInstance"
                        + "|java\\.lang\\.reflect|getMethod|getDeclared\\w+|activateDefaultTyping|enableDefaultTyping"
                        + "|Id\\.CLASS|Id\\.MINIMAL_CLASS|Runtime\\.getRuntime\\(\\)\\.(exec|load\\w*)"
                        + "|ProcessBuilder|System\\.load\\w*|URLConnection|openStream|Files\\.|FileInputStream"
                        + "|FileOutputStream|RandomAccessFile)");

    /**
     * What a user starts, reads or says where to find, and what looks for one class of the JDK by
     * its name; none of it knows of a peer.
     */
    private static final Set<String> OF_THE_USER =
            Set.of(
                    "GodotProcess.java",
                    "GodotLocator.java",
                    "Management.java",
                    "Pem.java",
                    "ProcessOutput.java");

    @Test
    void theAddOnHasNoCallThatCouldRunOrLoadWhatAPeerSays() throws IOException {
        List<String> found = new ArrayList<>();
        int scripts = 0;
        for (GeneratedFile file : scripts()) {
            scripts++;
            for (String line : file.content().lines().toList()) {
                String code = line.strip().startsWith("#") ? "" : line;
                if (GODOT.matcher(code).find() || callsByName(code)) {
                    found.add(file.path() + ": " + line.strip());
                }
            }
        }
        assertThat(scripts).as("scripts looked at").isGreaterThan(80);
        assertThat(found).isEmpty();
    }

    private static boolean callsByName(String code) {
        Matcher call = CALL.matcher(code);
        while (call.find()) {
            boolean fixed = call.group(2).equals("\"from_dict\"");
            if (!fixed && !CALLABLES.contains(call.group(1))) {
                return true;
            }
        }
        return false;
    }

    /** The add-on, and what is generated for every set that the example game speaks. */
    private static List<GeneratedFile> scripts() throws IOException {
        List<GeneratedFile> all = new ArrayList<>(AddonFiles.all());
        for (String folder : List.of("addons/gdwire/core", "rl", "arena")) {
            Path generated = Path.of("..", "examples", "arena", "godot", folder);
            try (Stream<Path> files = Files.walk(generated)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".gd")).toList()) {
                    all.add(new GeneratedFile(file.toString(), Files.readString(file)));
                }
            }
        }
        return all.stream().filter(file -> file.path().endsWith(".gd")).toList();
    }

    @Test
    void theJavaSideHasNoCallThatCouldRunOrLoadWhatAPeerSays() throws IOException {
        List<String> found = new ArrayList<>();
        int sources = 0;
        for (String module : List.of("protocol-model", "transport", "client")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources++;
                    found.addAll(calls(file));
                }
            }
        }
        assertThat(sources).as("sources looked at").isGreaterThan(150);
        assertThat(found).isEmpty();
    }

    private static List<String> calls(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String text = line.strip();
            boolean comment = text.startsWith("*") || text.startsWith("/");
            if (!comment && !OF_THE_USER.contains(name) && JAVA.matcher(line).find()) {
                found.add(name + ": " + text);
            }
        }
        return found;
    }

    @Test
    void theScanFindsWhatItLooksFor() {
        for (String bad :
                List.of(
                        "\tvar x: Variant = str_to_var(text)",
                        "\tvar script: GDScript = load(path)",
                        "\tOS.execute(path, [])",
                        "\tobject.call(name)",
                        "\tscript.call(tag, reader)")) {
            assertThat(GODOT.matcher(bad).find() || callsByName(bad)).as(bad).isTrue();
        }
        for (String good :
                List.of(
                        "const A = preload(\"a.gd\")",
                        "\tread.call(items, index)",
                        "\tscript.call(\"from_dict\", data, reader)")) {
            assertThat(GODOT.matcher(good).find() || callsByName(good)).as(good).isFalse();
        }
        assertThat(JAVA.matcher("        Class.forName(name)").find()).isTrue();
        assertThat(JAVA.matcher("        new ObjectInputStream(in)").find()).isTrue();
    }
}
