package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Sender;
import dev.gdwire.gen.ir.TypeName;
import java.util.List;
import java.util.TreeSet;

/** Writes the dispatcher: a signal for each message that Java sends, a handler for each request. */
final class DispatcherEmitter {
    private final GdProtocol names;
    private final Protocol protocol;
    private final List<MessageDef> signals;
    private final List<MessageDef> requests;
    private final GdWriter out = new GdWriter();

    private DispatcherEmitter(GdProtocol names) {
        this.names = names;
        this.protocol = names.protocol();
        List<MessageDef> received =
                protocol.messages().stream().filter(m -> m.sender() != Sender.GODOT).toList();
        this.signals = received.stream().filter(m -> m.replyTag().isEmpty()).toList();
        this.requests = received.stream().filter(m -> m.replyTag().isPresent()).toList();
    }

    static String emit(GdProtocol names) {
        return new DispatcherEmitter(names).emit();
    }

    private String emit() {
        Header.write(out, "the schema set " + protocol.name(), "typed_dispatcher.gd");
        String doc =
                "Hands the messages of the schema set "
                        + protocol.name()
                        + " to the game: a signal for each message, a handler for each request.";
        out.lines(GdDocs.comment(doc));
        signals();
        preloads();
        out.blank().line("var _protocol: GdwireProtocol = GdwireApi.new()");
        init();
        out.function(List.of(), "func protocol() -> GdwireProtocol:");
        out.line("return _protocol").close();
        requests.forEach(this::handler);
        return out.toString();
    }

    private void signals() {
        for (MessageDef message : signals) {
            out.blank().lines(GdDocs.lines(message.record().doc()));
            String type = names.className(message.record().name());
            out.line(
                    "signal "
                            + signal(message)
                            + "(message: "
                            + type
                            + ", peer: GdwireConnection)");
        }
        out.blank();
    }

    private void preloads() {
        out.line("const GdwireApi = preload(" + GdText.quoted(protocol.name() + ".gd") + ")");
        TreeSet<TypeName> used = new TreeSet<>();
        signals.forEach(message -> used.add(message.record().name()));
        requests.forEach(message -> used.add(reply(message).name()));
        used.forEach(name -> out.line(names.preloadFromRoot(name)));
    }

    private void init() {
        if (signals.isEmpty() && requests.isEmpty()) {
            return;
        }
        out.function(List.of(), "func _init() -> void:");
        if (!signals.isEmpty()) {
            out.list("_signals = {", signals.stream().map(m -> key(m) + signal(m)).toList(), "}");
        }
        if (!requests.isEmpty()) {
            List<String> replies =
                    requests.stream().map(m -> key(m) + names.className(reply(m).name())).toList();
            out.list("_replies = {", replies, "}");
        }
        out.close();
    }

    private void handler(MessageDef request) {
        String type = names.className(request.record().name());
        String reply = names.className(reply(request).name());
        String doc =
                "Sets who answers "
                        + request.tag()
                        + ": func(request: "
                        + type
                        + ", peer: GdwireConnection) -> "
                        + reply
                        + ". It may await.";
        out.function(
                GdDocs.comment(doc),
                "func " + names.signals().handler(request.tag()) + "(handler: Callable) -> void:");
        out.line("_handlers[" + GdText.quoted(request.tag()) + "] = handler").close();
    }

    private RecordDef reply(MessageDef request) {
        String tag = request.replyTag().orElseThrow();
        return protocol.messages().stream()
                .filter(message -> message.tag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no message answers with " + tag))
                .record();
    }

    private static String key(MessageDef message) {
        return GdText.quoted(message.tag()) + ": ";
    }

    private String signal(MessageDef message) {
        return names.signals().signal(message.tag());
    }
}
