package dev.gdwire.cli;

import dev.gdwire.protocol.GdwireException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns an exception into one line on standard error and exit code 1. Bad input is told in its own
 * words; anything else is a fault of this program and says so, with its stack trace.
 */
final class FailureReport implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof GdwireException) {
            err.println("gdwire: " + failure.getMessage());
        } else {
            err.println("gdwire: a fault of this program, please report it with what follows:");
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
