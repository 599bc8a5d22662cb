package dev.gdwire.examples.arena;

import dev.gdwire.examples.arena.learn.ProgressPrinter.Style;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Tells whether somebody watches. */
final class Terminal {
    private Terminal() {}

    /** How to show progress on standard output. */
    static Style style() {
        return isTerminal() && !"dumb".equals(System.getenv("TERM")) ? Style.TERMINAL : Style.PLAIN;
    }

    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22 there can be a console without a terminal; before, it has no such
            // method.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
