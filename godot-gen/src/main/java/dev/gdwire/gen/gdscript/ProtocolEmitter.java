package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.TypeName;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Writes the class of the schema set: its types, and the registry of its messages. */
final class ProtocolEmitter {
    private final GdProtocol names;
    private final Protocol protocol;
    private final GdWriter out = new GdWriter();

    private ProtocolEmitter(GdProtocol names) {
        this.names = names;
        this.protocol = names.protocol();
    }

    static String emit(GdProtocol names) {
        return new ProtocolEmitter(names).emit();
    }

    private String emit() {
        String schema = "the schema set " + protocol.name();
        String base = "typed_protocol.gd";
        protocol.godotClassName()
                .ifPresentOrElse(
                        name -> Header.writeGlobal(out, schema, name, base),
                        () -> Header.write(out, schema, base));
        out.line("## The messages and types of the schema set " + protocol.name() + ".").blank();
        preloads();
        constants();
        functions();
        return out.toString();
    }

    private void preloads() {
        TreeSet<TypeName> all = new TreeSet<>();
        protocol.messages().forEach(message -> all.add(message.record().name()));
        protocol.types().forEach(type -> all.add(type.name()));
        all.forEach(name -> out.line(names.preloadFromRoot(name)));
    }

    private void constants() {
        out.blank().line("## The class of each message, by its tag.");
        map("_MESSAGES", message -> names.className(message.record().name()), protocol.messages());
        map("_FINGERPRINTS", message -> GdText.quoted(message.fingerprint()), protocol.messages());
        map("_SENDERS", message -> "Sender." + message.sender().name(), protocol.messages());
        List<MessageDef> requests =
                protocol.messages().stream().filter(m -> m.replyTag().isPresent()).toList();
        if (!ownTags().isEmpty()) {
            out.line("## Messages whose tag is a property too, since they are parts of others.");
            out.list("const _OWN_TAGS: Array = [", ownTags(), "]");
        }
        map("_REPLIES", message -> GdText.quoted(message.replyTag().orElseThrow()), requests);
    }

    private List<String> ownTags() {
        return protocol.messages().stream()
                .filter(message -> names.declaresTag(message.record()))
                .map(message -> GdText.quoted(message.tag()))
                .toList();
    }

    private void map(String name, Function<MessageDef, String> value, List<MessageDef> messages) {
        List<String> entries = messages.stream().map(m -> key(m) + value.apply(m)).toList();
        out.list("const " + name + ": Dictionary = {", entries, "}");
    }

    private static String key(MessageDef message) {
        return GdText.quoted(message.tag()) + ": ";
    }

    private void functions() {
        String discriminator = GdText.quoted(protocol.discriminator());
        String messages = ownTags().isEmpty() ? ", _MESSAGES" : ", _MESSAGES, _OWN_TAGS";
        function(
                "## Reads a message from one line of JSON. Any input is safe.",
                "static func decode_line(line: String) -> GdwireDecoded:",
                "return read_line(line, " + discriminator + messages + ")");
        function(
                "## Writes a valid message as one line of JSON, without the newline.",
                "static func encode_line(message: GdwireMessage) -> String:",
                "return message.to_line()");
        getter("name", "String", GdText.quoted(protocol.name()));
        getter("version", "String", GdText.quoted(protocol.version()));
        getter("fingerprint", "String", GdText.quoted(protocol.fingerprint()));
        getter("discriminator", "String", discriminator);
        getter("tags", "PackedStringArray", "PackedStringArray(_FINGERPRINTS.keys())");
        getter("fingerprints", "Dictionary", "_FINGERPRINTS");
        function(
                "", "func sender(tag: String) -> Sender:", "return _SENDERS.get(tag, Sender.BOTH)");
        function("", "func reply_tag(tag: String) -> String:", "return _REPLIES.get(tag, \"\")");
        function(
                "",
                "func decode(object: Dictionary) -> GdwireDecoded:",
                "return read_object(object, " + discriminator + messages + ")");
        function("", "func encode(message: GdwireMessage) -> String:", "return message.to_line()");
        PackedReach reach = new PackedReach(names);
        if (protocol.messages().stream().anyMatch(message -> reach.has(message.record()))) {
            function(
                    "",
                    "func encode_beside(message: GdwireMessage, blobs: GdwireBlobsOut) -> String:",
                    "return message.to_line_beside(blobs)");
        }
    }

    private void getter(String name, String type, String value) {
        function("", "func " + name + "() -> " + type + ":", "return " + value);
    }

    private void function(String doc, String signature, String statement) {
        out.function(doc.isEmpty() ? List.of() : List.of(doc), signature);
        out.line(statement).close();
    }
}
