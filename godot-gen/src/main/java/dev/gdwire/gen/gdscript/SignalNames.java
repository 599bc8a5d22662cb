package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.MessageDef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Signals and functions of a dispatcher, each of its own, in any order of the messages. */
final class SignalNames {
    private final Map<String, String> signals;
    private final Map<String, String> handlers = new HashMap<>();

    SignalNames(List<MessageDef> messages) {
        List<String> tags = messages.stream().map(MessageDef::tag).sorted().toList();
        this.signals = new NameAssignment(GdNames::signal, tag -> "").of(tags);
        Set<String> taken = new HashSet<>(signals.values());
        for (String tag : tags) {
            handlers.put(tag, NameAssignment.numbered(GdNames.handler(tag), taken));
        }
    }

    /** Name of the signal of a message. */
    String signal(String tag) {
        return signals.get(tag);
    }

    /** Name of the function that sets who answers a request. */
    String handler(String tag) {
        return handlers.get(tag);
    }
}
