package dev.gdwire.integration;

import dev.gdwire.gen.LoadResult;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema set that others have published, with random values of its messages.
 *
 * @param unknown how many values the validator failed at; they are left out
 */
record PublishedTrial(Trial trial, List<Boolean> reference, int unknown) implements Examined {
    private static final int MOST_MESSAGES = 60;
    private static final int ROUNDS = 60;
    private static final int TRIES = 10;

    PublishedTrial {
        reference = List.copyOf(reference);
    }

    /** A trial of the set in a folder; empty when the generator refuses the set. */
    static Optional<PublishedTrial> of(Path folder, Random random) throws IOException {
        String id = folder.getFileName().toString();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(each -> each.toString().endsWith(".json")).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readString(path));
            }
        }
        LoadResult loaded = new Trial(id, files, List.of()).load();
        return loaded.protocol().map(protocol -> new Maker(id, files, random).make(protocol));
    }

    /** Makes lines, with the validator's word on each. */
    private static final class Maker {
        private final String id;
        private final Map<String, String> files;
        private final PublishedFiles published;
        private final SchemaBundle bundle;
        private final SchemaValues valid;
        private final ValueMutations mutations;
        private final Random random;
        private final ReferenceValidator validator;
        private final ValuePruner pruner;
        private final List<String> lines = new ArrayList<>();
        private final List<Boolean> reference = new ArrayList<>();
        private int unknown;

        Maker(String id, Map<String, String> files, Random random) {
            this.id = id;
            this.files = files;
            this.published = new PublishedFiles(files);
            this.bundle = new SchemaBundle(files);
            this.valid = new SchemaValues(random, bundle.root());
            this.mutations = new ValueMutations(random);
            this.random = random;
            this.validator = new ReferenceValidator(iri -> CheckedBase64.of(published.text(iri)));
            this.pruner = new ValuePruner(validator);
        }

        PublishedTrial make(Protocol protocol) {
            List<MessageDef> messages = new ArrayList<>(protocol.messages());
            Collections.shuffle(messages, random);
            List<MessageDef> some = messages.subList(0, Math.min(MOST_MESSAGES, messages.size()));
            for (MessageDef message : some) {
                for (int i = 0; i < 1 + ROUNDS / some.size(); i++) {
                    few(protocol.discriminator(), message);
                }
            }
            return new PublishedTrial(new Trial(id, files, lines), reference, unknown);
        }

        /** A value as it came, what of one is valid, and that with a change. */
        private void few(String discriminator, MessageDef message) {
            Source source = message.record().source();
            JsonNode schema = bundle.schema(source.file(), source.pointer());
            boolean declared = bundle.declares(schema, discriminator);
            String iri = published.iri(source.file(), source.pointer());
            for (int tries = 0; tries < TRIES; tries++) {
                if (!(valid.value(schema) instanceof ObjectNode value)) {
                    return;
                }
                value.remove(discriminator);
                ObjectNode line = JsonNodeFactory.instance.objectNode();
                line.put(discriminator, message.tag()).setAll(value);
                Optional<ObjectNode> pruned = pruned(iri, declared ? line : value);
                if (tries == 0) {
                    add(discriminator, message.tag(), declared, iri, value);
                }
                if (pruned.isPresent()) {
                    add(discriminator, message.tag(), declared, iri, pruned.get());
                    add(
                            discriminator,
                            message.tag(),
                            declared,
                            iri,
                            mutations.mutated(pruned.get()));
                    return;
                }
            }
        }

        private Optional<ObjectNode> pruned(String iri, ObjectNode value) {
            try {
                return pruner.valid(iri, value);
            } catch (com.networknt.schema.SchemaException e) {
                unknown++;
                return Optional.empty();
            }
        }

        private void add(
                String discriminator, String tag, boolean declared, String iri, ObjectNode value) {
            ObjectNode line = JsonNodeFactory.instance.objectNode().put(discriminator, tag);
            value.remove(discriminator);
            line.setAll(value);
            try {
                reference.add(validator.isValid(iri, declared ? line : value));
                lines.add(line.toString());
            } catch (com.networknt.schema.SchemaException e) {
                unknown++;
            }
        }
    }
}
