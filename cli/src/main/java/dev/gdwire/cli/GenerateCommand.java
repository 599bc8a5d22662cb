package dev.gdwire.cli;

import dev.gdwire.gen.GeneratorRequest;
import dev.gdwire.gen.GeneratorRequest.Mode;
import dev.gdwire.gen.GeneratorResult;
import dev.gdwire.gen.GeneratorRun;
import dev.gdwire.gen.GodotProjectEmitter;
import dev.gdwire.gen.LoadResult;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.gen.output.OutputReport;
import dev.gdwire.gen.schema.MessageLayout;
import dev.gdwire.gen.schema.Strictness;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gdwire generate}: writes Java records and GDScript classes from a schema set. */
@Command(
        name = "generate",
        description = {
            "Writes Java records and GDScript classes from a schema set.",
            "Exits 0, or 1 with every problem listed, and then writes nothing."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
    @Option(
            names = "--schemas",
            required = true,
            paramLabel = "DIR",
            description = "The schema set: each *.schema.json in it is a message.")
    private Path schemas;

    @Option(
            names = "--java-out",
            paramLabel = "DIR",
            description = "Where the Java sources go (a source root).")
    private Path javaOut;

    @Option(
            names = "--java-package",
            paramLabel = "PKG",
            description = "Their package; else the one of protocol.json, else the set's name.")
    private String javaPackage;

    @Option(
            names = "--godot-out",
            paramLabel = "DIR",
            description = "The folder of project.godot, where the add-on and the scripts go.")
    private Path godotOut;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The set's name; else the one of protocol.json, else the folder's.")
    private String name;

    @Option(
            names = "--messages",
            paramLabel = "files|defs",
            description = "Where the messages are: each file is one, or each object in $defs.")
    private MessageLayout messages;

    @Option(
            names = "--discriminator",
            paramLabel = "NAME",
            description = "The property that tells messages apart; else the one of protocol.json.")
    private String discriminator;

    @Option(
            names = "--lenient",
            description = "Warn about keywords that are not supported, instead of refusing them.")
    private boolean lenient;

    @Option(names = "--check", description = "Write nothing; exit 1 when a file is not up to date.")
    private boolean check;

    @Option(
            names = "--json",
            description =
                    "Print problems to standard output as JSON, one object a line, and nothing"
                            + " else there.")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        if (javaOut == null && godotOut == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Nothing to generate: give --java-out, --godot-out or both");
        }
        refuseEmpty("--schemas", schemas);
        refuseEmpty("--java-out", javaOut);
        refuseEmpty("--godot-out", godotOut);
        GeneratorRun run = new GeneratorRun(new JavaEmitter(), new GodotProjectEmitter());
        GeneratorResult result = run.run(request());
        LoadResult loaded = result.loaded();
        if (json) {
            say(spec.commandLine().getOut(), loaded.json());
        } else {
            say(spec.commandLine().getErr(), text(loaded));
            say(spec.commandLine().getOut(), loaded.hasErrors() ? "" : text(result.report()));
        }
        return loaded.hasErrors() ? 1 : 0;
    }

    /** An empty text is most likely an unset variable, and would be the current folder. */
    private void refuseEmpty(String option, Path folder) {
        if (folder != null && folder.toString().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), option + " is empty: give a folder; the current one is .");
        }
    }

    private static void say(PrintWriter out, String text) {
        out.print(text);
        out.flush();
    }

    private static String text(LoadResult loaded) {
        return loaded.problems().isEmpty() ? "" : loaded.printed() + loaded.counted() + "\n";
    }

    private String text(OutputReport report) {
        return check
                ? "everything is up to date%n".formatted()
                : "%d files written, %d up to date, %d deleted%n"
                        .formatted(report.written(), report.unchanged(), report.deleted());
    }

    private GeneratorRequest request() {
        return GeneratorRequest.of(schemas)
                .javaOut(javaOut)
                .javaPackage(javaPackage)
                .godotOut(godotOut)
                .name(name)
                .messages(messages)
                .discriminator(discriminator)
                .strictness(lenient ? Strictness.LENIENT : Strictness.STRICT)
                .mode(check ? Mode.CHECK : Mode.WRITE)
                .build();
    }
}
