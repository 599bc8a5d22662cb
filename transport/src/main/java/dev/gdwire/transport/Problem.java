package dev.gdwire.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong on a connection and did not end it, unless it says so.
 *
 * @param kind what kind of trouble
 * @param text what was wrong, in words
 * @param tag the message's tag, when it is known
 * @param path the place in the message, such as {@code $.units[3].hp}, when it is known
 * @param line the beginning of the offending line, when there is one
 * @param cause the exception behind it, when there is one
 * @param peer address and port of the peer, where more than one connection's problems are told
 */
public record Problem(
        ProblemKind kind,
        String text,
        @Nullable String tag,
        @Nullable String path,
        @Nullable String line,
        @Nullable Throwable cause,
        @Nullable String peer) {
    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** A problem of which nothing but kind and text is known. */
    public static Problem of(ProblemKind kind, String text) {
        return new Problem(kind, text, null, null, null, null, null);
    }

    /** The same problem in the offending line. */
    public Problem withLine(@Nullable String excerpt) {
        return new Problem(kind, text, tag, path, excerpt, cause, peer);
    }

    /** The same problem of a message with a tag. */
    public Problem withTag(@Nullable String messageTag) {
        return new Problem(kind, text, messageTag, path, line, cause, peer);
    }

    /** The same problem at a place of the message. */
    public Problem withPath(@Nullable String place) {
        return new Problem(kind, text, tag, place, line, cause, peer);
    }

    /** The same problem with the exception behind it. */
    public Problem withCause(Throwable exception) {
        return new Problem(kind, text, tag, path, line, exception, peer);
    }

    /** The same problem on the connection to a peer. */
    public Problem withPeer(String address) {
        return new Problem(kind, text, tag, path, line, cause, address);
    }

    /** Peer, kind, tag, text and line, as far as they are known, for people. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        if (peer != null) {
            all.append(peer).append(": ");
        }
        all.append(kind.name().toLowerCase(java.util.Locale.ROOT)).append(": ");
        if (tag != null) {
            all.append(tag).append(": ");
        }
        all.append(text);
        if (line != null) {
            all.append(" (line: ").append(line).append(')');
        }
        return all.toString();
    }
}
