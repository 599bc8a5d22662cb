package dev.gdwire.cli;

import dev.gdwire.transport.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gdwire token}: makes a secret for both sides. */
@Command(
        name = "token",
        description =
                "Prints a new token: 32 random bytes in base64. Give it to both sides, and to"
                    + " nobody else: token(Token.of(...)) in Java, server.token or client.token in"
                    + " Godot.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println(Token.random());
    }
}
