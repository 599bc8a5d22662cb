package dev.gdwire.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gdwire godot}: gets a Godot to play with. */
@Command(
        name = "godot",
        description = "Gets a Godot to play with.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "SUBCOMMAND")
final class GodotCommand {
    @Command(
            name = "install",
            description =
                    "Fetches Godot 4 from Debian's packages into a private folder (no root, about"
                            + " 170 MB). The demo and the tests find it there.",
            mixinStandardHelpOptions = true)
    int install(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "FOLDER",
                            description = "Where to; the user's cache folder unless given.")
                    String folder)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Home.resolve("scripts/install-godot").toString());
        if (folder != null) {
            command.add(folder);
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0 ? 0 : 1;
    }
}
