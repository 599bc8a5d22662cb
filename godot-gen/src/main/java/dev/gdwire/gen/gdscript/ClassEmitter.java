package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the class of a message, of a shared object or of a tuple. */
final class ClassEmitter {
    /** Scripts of the add-on that a class may use, beside what its base class knows. */
    private static final Map<String, String> SUPPORT =
            new TreeMap<>(
                    Map.of(
                            "GdwireReader", "reader.gd",
                            "GdwireText", "json_text.gd",
                            "GdwireValue", "json_value.gd"));

    private final GdProtocol protocol;
    private final GdClass owner;
    private final Optional<MessageDef> message;

    private ClassEmitter(GdProtocol protocol, GdClass owner, Optional<MessageDef> message) {
        this.protocol = protocol;
        this.owner = owner;
        this.message = message;
    }

    static String message(GdProtocol protocol, MessageDef message) {
        GdClass owner = GdClass.of(message.record(), new GdTypes(protocol));
        return new ClassEmitter(protocol, owner, Optional.of(message)).emit();
    }

    static String record(GdProtocol protocol, RecordDef def) {
        GdClass owner = GdClass.of(def, new GdTypes(protocol));
        return new ClassEmitter(protocol, owner, Optional.empty()).emit();
    }

    static String tuple(GdProtocol protocol, TupleDef def) {
        GdClass owner = GdClass.of(def, new GdTypes(protocol));
        return new ClassEmitter(protocol, owner, Optional.empty()).emit();
    }

    private String emit() {
        String body = body();
        GdWriter out = new GdWriter();
        Header.write(out, owner.def().source(), base());
        String otherwise =
                message.map(def -> "The message `" + def.tag() + "`.")
                        .orElseGet(() -> GdDocs.ofType(owner.def().name()));
        out.lines(GdDocs.lines(owner.def().doc(), otherwise)).blank();
        SUPPORT.forEach(
                (name, file) -> {
                    if (body.contains(name + ".")) {
                        out.line(Header.preload(name, file));
                    }
                });
        if (body.contains("GdwireRules.")) {
            String path = GdText.quoted("../" + protocol.rulesPath());
            out.line("const GdwireRules = preload(" + path + ")");
        }
        String folder = message.isPresent() ? "messages/" : "types/";
        for (TypeName name : references()) {
            out.line(protocol.preload(name, folder));
        }
        return out + body;
    }

    private String base() {
        if (message.isPresent()) {
            return "message.gd";
        }
        return owner.isTuple() ? "tuple.gd" : "record.gd";
    }

    private String body() {
        GdWriter out = new GdWriter();
        message.ifPresent(
                def -> {
                    out.blank().line("## The message's type tag on the wire.");
                    out.line("const TAG: String = " + GdText.quoted(def.tag()));
                });
        PropertyEmitter properties = new PropertyEmitter(owner, out);
        CheckEmitter checks = new CheckEmitter(owner, out);
        ReadEmitter reads = new ReadEmitter(owner, out);
        WriteEmitter writes = new WriteEmitter(owner, out);
        if (message.isEmpty() && (properties.hasConstants() || checks.hasConstants())) {
            out.blank();
        }
        properties.constants();
        properties.names(message.map(def -> protocol.protocol().discriminator()));
        checks.rules();
        checks.patterns();
        if (!owner.allProperties().isEmpty()) {
            out.blank();
        }
        properties.variables();
        of(out);
        reads.read();
        checks.items();
        tag(out);
        properties.presence();
        writes.toDict();
        writes.toJson();
        toLine(out);
        equalsFunction(out);
        checks.check();
        checks.checkLimits();
        return out.toString();
    }

    private void of(GdWriter out) {
        List<GdField> required =
                owner.properties().stream()
                        .filter(field -> field.isRequired() && !field.isNullable())
                        .toList();
        List<String> parameters =
                required.stream()
                        .map(field -> parameter(field) + ": " + owner.types().name(field.type()))
                        .toList();
        String result = owner.locals().name("result");
        String end = ") -> " + owner.name() + ":";
        String what = required.isEmpty() ? "One with" : "One with all that is required, and";
        out.signature(
                List.of("## " + what + " nothing else set."), "static func of(", parameters, end);
        if (required.isEmpty()) {
            out.line("return " + owner.name() + ".new()").close();
            return;
        }
        out.line("var " + result + " := " + owner.name() + ".new()");
        for (GdField field : required) {
            out.line(result + "." + field.name() + " = " + parameter(field));
        }
        out.line("return " + result).close();
    }

    private String parameter(GdField field) {
        return owner.locals().name(field.parameter());
    }

    private void tag(GdWriter out) {
        message.ifPresent(
                def -> {
                    out.function(List.of(), "func tag() -> String:");
                    out.line("return TAG").close();
                });
    }

    private void toLine(GdWriter out) {
        message.ifPresent(
                def -> {
                    out.function(List.of(), "func to_line() -> String:");
                    out.line("return " + line(def, "to_json()")).close();
                    if (new PackedReach(protocol).has(def.record())) {
                        String blobs = owner.locals().name("blobs");
                        String parameter = "(" + blobs + ": GdwireBlobsOut)";
                        out.function(List.of(), "func to_line_beside" + parameter + " -> String:");
                        out.line("return " + line(def, "to_json_beside(" + blobs + ")")).close();
                    }
                });
    }

    private String line(MessageDef def, String json) {
        String key = GdText.quoted(protocol.protocol().discriminator());
        return protocol.declaresTag(def.record())
                ? json
                : "GdwireText.tagged(" + key + ", TAG, " + json + ")";
    }

    private void equalsFunction(GdWriter out) {
        String other = owner.locals().name("other");
        out.function(
                List.of("## Whether both have the same values."),
                "func equals(" + other + ": " + owner.name() + ") -> bool:");
        out.line("return " + other + " != null and same_json(" + other + ")").close();
    }

    private Set<TypeName> references() {
        Set<TypeName> names = new TreeSet<>();
        names.add(owner.def().name());
        owner.fields().forEach(field -> collect(field.type(), names));
        owner.additional().ifPresent(field -> collect(field.type(), names));
        return names;
    }

    private static void collect(TypeRef type, Set<TypeName> names) {
        if (type instanceof TypeRef.NamedRef named) {
            names.add(named.name());
        }
        Items.of(type).ifPresent(item -> collect(item, names));
    }
}
