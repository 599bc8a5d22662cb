package dev.gdwire.cli;

import dev.gdwire.protocol.GdwireException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of this checkout, which the launcher names in the property {@code gdwire.home}. */
final class Home {
    private Home() {}

    /**
     * A file or folder of the checkout.
     *
     * @throws GdwireException if the command was not started by the launcher of a checkout, or the
     *     file is not there
     */
    static Path resolve(String relative) {
        String home = System.getProperty("gdwire.home");
        if (home == null) {
            throw new GdwireException(
                    "this command needs a checkout of Gdwire: start it with ./gdwire there");
        }
        Path path = Path.of(home).resolve(relative);
        if (!Files.exists(path)) {
            throw new GdwireException(
                    path + " is missing: this checkout is not whole, restore it with git checkout");
        }
        return path;
    }
}
