package dev.gdwire.client.internal;

import dev.gdwire.protocol.Message;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** What came in one session and no handler took: kept until somebody receives it. */
final class Inboxes {
    private final Inbox<Message> messages;
    private final Inbox<ObjectNode> plain;
    private final Settings settings;
    private final Consumer<Problem> problems;
    private long dropped;

    /**
     * Empty ones.
     *
     * @param problems is told when one is full
     */
    Inboxes(Settings settings, Consumer<Problem> problems) {
        this.settings = settings;
        this.problems = problems;
        messages = new Inbox<>(settings);
        plain = new Inbox<>(settings);
    }

    Inbox<Message> messages() {
        return messages;
    }

    Inbox<ObjectNode> plain() {
        return plain;
    }

    /** Keeps something; false if that fills the box, and the connection is to end for it. */
    <T> boolean keep(Inbox<T> box, T item, int bytes) {
        int more = box.put(item, bytes);
        if (more == Inbox.FULL) {
            tellFull("so the connection is closed");
            return false;
        }
        // At 1, 2, 4, 8 ...: a flood of messages must not become a flood of problems.
        long before = dropped;
        dropped += more;
        if (Long.highestOneBit(before) != Long.highestOneBit(dropped)) {
            tellFull("%d dropped so far".formatted(dropped));
        }
        return true;
    }

    private void tellFull(String consequence) {
        String text =
                "the inbox of %d messages and %d bytes is full, %s: receive them, register"
                        + " handlers, or raise the limits (inbox, inboundLimit)";
        problems.accept(
                Problem.of(
                        ProblemKind.INBOX_FULL,
                        text.formatted(
                                settings.inboxSize(), settings.inboundBytes(), consequence)));
    }

    /** Nothing more comes. */
    void end() {
        messages.end();
        plain.end();
    }
}
