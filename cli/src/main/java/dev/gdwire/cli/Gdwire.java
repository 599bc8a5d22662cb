package dev.gdwire.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code gdwire} command: parses the arguments and runs the subcommand they name. */
@Command(
        name = "gdwire",
        description = "Typed messages between Java and Godot 4, generated from JSON Schemas.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = {
            GenerateCommand.class,
            DemoCommand.class,
            CertificateCommand.class,
            GodotCommand.class,
            SoakCommand.class,
            TokenCommand.class
        },
        synopsisSubcommandLabel = "SUBCOMMAND")
public final class Gdwire {
    private Gdwire() {}

    /** Exits 0 on success, 1 on bad input or a failure, 2 when the arguments make no command. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Gdwire())
                .setExecutionExceptionHandler(new FailureReport())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
