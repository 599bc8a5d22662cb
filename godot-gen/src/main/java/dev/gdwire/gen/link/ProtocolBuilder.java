package dev.gdwire.gen.link;

import dev.gdwire.gen.fingerprint.Fingerprints;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.merge.ImpossibleProperty;
import dev.gdwire.gen.merge.PlainSet;
import dev.gdwire.gen.merge.PlainType;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaSet;
import dev.gdwire.gen.schema.SetConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Builds the protocol of what the rules captured. */
final class ProtocolBuilder {
    private final SchemaSet set;
    private final PlainSet plain;
    private final Problems problems;
    private final TypeNames names;
    private final DefinitionBuilder definitions;

    /** The places of the messages, by the references of their types. */
    private final Map<String, Location> messages = new LinkedHashMap<>();

    ProtocolBuilder(SchemaSet set, PlainSet plain, Captures captures, Problems problems) {
        this.set = set;
        this.plain = plain;
        this.problems = problems;
        for (Location location : set.locations()) {
            plain.message(location).ifPresent(type -> messages.put(type.reference(), location));
        }
        this.names = new TypeNames(set.config().name(), plain.types(), messages.keySet(), problems);
        this.definitions =
                new DefinitionBuilder(plain, captures, names, new Documentation(set), problems);
    }

    Protocol build() {
        checkGdwire();
        plain.noMessages().forEach(this::noMessage);
        warnOfUntyped();
        plain.impossible().forEach(this::warnOfImpossible);
        Map<TypeName, TypeDef> types = types();
        MessageBuilder builder = new MessageBuilder(set.config(), types.values(), problems);
        MessageTags tags = new MessageTags(set.config(), problems);
        HiddenDiscriminators hidden = new HiddenDiscriminators(set, problems);
        messages.forEach(
                (reference, location) -> {
                    RecordDef whole = (RecordDef) types.get(names.of(reference));
                    tags.add(location, whole);
                    RecordDef record = builder.record(whole);
                    hidden.check(location, record);
                    types.put(whole.name(), record);
                });
        if (problems.hasErrors()) {
            return protocol(List.of(), List.of());
        }
        List<TypeDef> all = new ArrayList<>(types.values());
        new EndlessValues(all, problems).check();
        all = new Defaults(plain.rules(), all, problems).fitting();
        Fingerprints fingerprints = new Fingerprints(all, plain.rules());
        Map<TypeName, TypeDef> byName = byName(all);
        List<MessageDef> built = new ArrayList<>();
        tags.places()
                .forEach(
                        (tag, location) -> {
                            PlainType type = plain.message(location).orElseThrow();
                            RecordDef record =
                                    (RecordDef) byName.remove(names.of(type.reference()));
                            built.add(MessageBuilder.message(tag, location, record, fingerprints));
                        });
        new ReplyChecker(built, tags.places(), problems).check();
        return protocol(built, List.copyOf(byName.values()));
    }

    /** Nobody would see that a file directly in the folder is no message. */
    private void noMessage(Location location) {
        problems.warning(
                ProblemId.NOT_A_MESSAGE,
                location.place(),
                "the file is no message, since not only objects are valid",
                "write \"type\": \"object\", or move the file into a subfolder");
    }

    /** In large schemas most types are so: once a file is enough. */
    private void warnOfUntyped() {
        Map<String, List<Location>> byFile =
                plain.untyped().stream()
                        .distinct()
                        .collect(
                                Collectors.groupingBy(
                                        location -> location.file().path(),
                                        TreeMap::new,
                                        Collectors.toList()));
        byFile.values()
                .forEach(
                        all -> {
                            String more =
                                    all.size() == 1
                                            ? ""
                                            : ", here and in " + (all.size() - 1) + " other places";
                            problems.warning(
                                    ProblemId.UNTYPED_OBJECT,
                                    all.get(0).place(),
                                    "the schema has \"properties\" and no \"type\": what is no"
                                            + " object is valid too, so its values get no class"
                                            + more,
                                    "write \"type\": \"object\" if only objects are meant");
                        });
    }

    private void warnOfImpossible(ImpossibleProperty property) {
        String name = "\"" + property.name() + "\"";
        problems.warning(
                ProblemId.IMPOSSIBLE_PROPERTY,
                property.schema().place(),
                property.required()
                        ? "the required property "
                                + name
                                + " can have no value, so that no object is valid"
                        : "the property " + name + " can have no value",
                "what must hold for it here, with all that is said elsewhere (\"allOf\", \"$ref\","
                        + " \"additionalProperties\"), contradicts itself: correct it");
    }

    private void checkGdwire() {
        Set<Object> homes =
                plain.types().stream()
                        .map(type -> type.home().source())
                        .collect(Collectors.toSet());
        GdwireChecker checker =
                new GdwireChecker(
                        location -> plain.message(location).isPresent(),
                        location -> homes.contains(location.source()),
                        problems);
        set.locations().forEach(checker::check);
    }

    /** Every type by its name, with what it must keep. */
    private Map<TypeName, TypeDef> types() {
        List<TypeDef> all = plain.types().stream().map(definitions::definition).toList();
        KeptRecords kept = new KeptRecords(all);
        return byName(all.stream().map(kept::apply).toList());
    }

    private static Map<TypeName, TypeDef> byName(List<TypeDef> types) {
        Map<TypeName, TypeDef> byName = new LinkedHashMap<>();
        types.forEach(type -> byName.put(type.name(), type));
        return byName;
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
                shared.stream().sorted(Comparator.comparing(TypeDef::name)).toList(),
                plain.rules());
    }
}
