package dev.gdwire.transport.internal;

import dev.gdwire.protocol.DecodeException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line that was parsed.
 *
 * @param length of how many bytes it was
 * @param overLimit what in it is over a limit, for which it is to be refused; null if nothing is
 * @param excerpt its beginning, for people
 */
public record ParsedLine(
        ObjectNode object,
        int length,
        @Nullable DecodeException overLimit,
        Supplier<String> excerpt) {}
