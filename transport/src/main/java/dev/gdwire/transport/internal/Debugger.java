package dev.gdwire.transport.internal;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether this program can be stopped by a debugger, at any time and for any time. */
public final class Debugger {
    private static final String AGENT = "jdwp";

    private Debugger() {}

    /** Whether the program was started for a debugger, as far as the system tells. */
    public static boolean isPossible() {
        Stream<String> arguments =
                Arrays.stream(ProcessHandle.current().info().arguments().orElse(new String[0]));
        Stream<String> environment =
                Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")
                        .map(System::getenv)
                        .filter(Objects::nonNull);
        return Stream.concat(arguments, environment).anyMatch(text -> text.contains(AGENT));
    }
}
