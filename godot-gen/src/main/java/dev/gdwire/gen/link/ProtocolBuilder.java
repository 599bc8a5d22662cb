package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.fingerprint.Fingerprints;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaSet;
import dev.gdwire.gen.schema.SetConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds the protocol of what the rules captured. */
final class ProtocolBuilder {
    private final SchemaSet set;
    private final Captures captures;
    private final Problems problems;
    private final TypeNames names;
    private final DefinitionBuilder definitions;
    private final MessageBuilder messages;
    private final TypeBuilder types;

    ProtocolBuilder(SchemaSet set, Captures captures, Problems problems) {
        this.set = set;
        this.captures = captures;
        this.problems = problems;
        this.names = new TypeNames(set, problems);
        this.types = new TypeBuilder(captures, names);
        this.definitions = new DefinitionBuilder(set, captures, names, types);
        this.messages = new MessageBuilder(set.config().discriminator(), problems);
    }

    Protocol build() {
        GdwireChecker gdwire = new GdwireChecker(this::isMessage, this::isNamed, problems);
        set.locations().forEach(gdwire::check);
        new MessageShapes(set, captures, problems).check();
        set.locations().stream().filter(this::isNamed).forEach(names::assign);

        Map<JsonNode, RecordDef> records = new IdentityHashMap<>();
        Map<String, Location> tags = new TreeMap<>();
        List<TypeDef> shared = new ArrayList<>();
        for (Location location : set.locations()) {
            if (!isNamed(location)) {
                continue;
            }
            if (isMessage(location)) {
                RecordDef whole = definitions.record(location);
                addTag(tags, messages.tag(location, whole), location);
                records.put(location.node(), messages.record(whole));
            } else if (captures.get(location.node()) instanceof Captured.EnumType) {
                shared.add(definitions.enumeration(location));
            } else {
                shared.add(definitions.record(location));
            }
        }
        if (problems.hasErrors()) {
            return protocol(List.of(), List.of());
        }
        List<TypeDef> all = new ArrayList<>(shared);
        all.addAll(records.values());
        new EndlessValues(all, problems).check();
        new DefaultChecker(set, types, all, problems).check();
        Fingerprints fingerprints = new Fingerprints(all);
        List<MessageDef> built = new ArrayList<>();
        tags.forEach(
                (tag, at) -> {
                    RecordDef record = records.get(at.node());
                    built.add(messages.message(tag, at, record, fingerprints));
                });
        new ReplyChecker(built, tags, problems).check();
        return protocol(built, shared);
    }

    private Protocol protocol(List<MessageDef> built, List<TypeDef> shared) {
        SetConfig config = set.config();
        return new Protocol(
                config.name(),
                config.version(),
                config.discriminator(),
                config.javaPackage(),
                config.godotClassName(),
                Fingerprints.protocol(config.name(), config.discriminator(), built),
                built,
                shared.stream().sorted(Comparator.comparing(TypeDef::name)).toList());
    }

    private void addTag(Map<String, Location> tags, String tag, Location location) {
        Location before = tags.putIfAbsent(tag, location);
        if (before != null) {
            problems.error(
                    ProblemId.DUPLICATE_TAG,
                    location.place(),
                    "the message has the tag \"" + tag + "\", as that of " + before.place(),
                    "give one of them another");
        }
    }

    private boolean isNamed(Location location) {
        return location.describesValues()
                && (captures.get(location.node()) instanceof Captured.ObjectType
                        || captures.get(location.node()) instanceof Captured.EnumType);
    }

    private boolean isMessage(Location location) {
        return location.isRoot()
                && location.file().isTopLevel()
                && captures.get(location.node()) instanceof Captured.ObjectType;
    }
}
