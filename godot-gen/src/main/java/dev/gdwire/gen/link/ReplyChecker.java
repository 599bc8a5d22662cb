package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Checks that every reply is a message that the other side may send. */
final class ReplyChecker {
    private final Map<String, MessageDef> messages = new TreeMap<>();
    private final Map<String, Location> places;
    private final Problems problems;

    ReplyChecker(List<MessageDef> messages, Map<String, Location> places, Problems problems) {
        messages.forEach(message -> this.messages.put(message.tag(), message));
        this.places = places;
        this.problems = problems;
    }

    void check() {
        for (MessageDef message : messages.values()) {
            message.replyTag().ifPresent(reply -> check(message, reply));
        }
    }

    private void check(MessageDef request, String replyTag) {
        MessageDef reply = messages.get(replyTag);
        if (reply == null) {
            error(
                    request,
                    "no message has the tag \"" + replyTag + "\"",
                    "tags are " + String.join(", ", messages.keySet()));
        } else if (reply.sender() != Sender.BOTH && reply.sender() != other(request.sender())) {
            String from = reply.sender().name().toLowerCase(Locale.ROOT);
            error(
                    request,
                    "\""
                            + replyTag
                            + "\" cannot answer: it comes from "
                            + from
                            + ", and so can the request",
                    "change \"from\" of one of them");
        }
    }

    private static Sender other(Sender sender) {
        return switch (sender) {
            case JAVA -> Sender.GODOT;
            case GODOT -> Sender.JAVA;
            case BOTH -> Sender.BOTH;
        };
    }

    private void error(MessageDef request, String message, String hint) {
        Location location = places.get(request.tag());
        Place place = location.file().value(location.node().get(Gdwire.KEY), "reply");
        problems.error(ProblemId.BAD_REPLY, place, message, hint);
    }
}
