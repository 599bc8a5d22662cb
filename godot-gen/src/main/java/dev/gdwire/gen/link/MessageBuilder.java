package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.fingerprint.Fingerprints;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SetConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes messages of records, and keeps the wire's own keys free. */
final class MessageBuilder {
    private static final Set<String> RESERVED = Set.of("$id", "$re", "$seq", "$ack", "gdwire");

    private final String discriminator;
    private final Set<TypeName> parts;
    private final Problems problems;

    MessageBuilder(SetConfig config, Collection<TypeDef> types, Problems problems) {
        this.discriminator = config.discriminator();
        this.parts = TypeParts.named(types);
        this.problems = problems;
    }

    /**
     * A message's record: without the discriminator, unless the message is a part of others too,
     * where it needs it; then it comes first.
     */
    RecordDef record(RecordDef whole) {
        List<FieldDef> fields = new ArrayList<>();
        for (FieldDef field : whole.fields()) {
            if (!field.wireName().equals(discriminator)) {
                checkReserved(field);
                fields.add(field);
            } else if (parts.contains(whole.name()) && field.type() instanceof TypeRef.ConstRef) {
                fields.add(0, required(field));
            }
        }
        return whole.withFields(fields);
    }

    private static FieldDef required(FieldDef field) {
        return new FieldDef(
                field.wireName(),
                field.source(),
                field.doc(),
                field.type(),
                FieldDef.Presence.REQUIRED,
                Optional.empty());
    }

    /** The message as a whole. */
    static MessageDef message(
            String tag, Location location, RecordDef record, Fingerprints fingerprints) {
        ObjectNode node = location.node();
        return new MessageDef(
                tag,
                record,
                Gdwire.sender(node),
                Gdwire.reply(node),
                fingerprints.message(record, Gdwire.sender(node), Gdwire.reply(node)));
    }

    private void checkReserved(FieldDef field) {
        if (RESERVED.contains(field.wireName())) {
            problems.error(
                    ProblemId.RESERVED_PROPERTY,
                    Place.of(field.source()),
                    "a message cannot have a property \"" + field.wireName() + "\"",
                    "the wire uses that name itself; choose another");
        }
    }
}
