package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.fingerprint.Fingerprints;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes messages of records: finds their tags, and keeps the wire's own keys free. */
final class MessageBuilder {
    private static final Set<String> RESERVED = Set.of("$id", "$re", "$seq", "$ack", "gdwire");

    private final String discriminator;
    private final Problems problems;

    MessageBuilder(String discriminator, Problems problems) {
        this.discriminator = discriminator;
        this.problems = problems;
    }

    /** The tag of a message: the constant of its discriminator, else its file's name. */
    String tag(Location location, RecordDef whole) {
        String fileName = location.file().baseName();
        Optional<FieldDef> declared =
                whole.fields().stream()
                        .filter(field -> field.wireName().equals(discriminator))
                        .findFirst();
        if (declared.isEmpty()) {
            return fileName;
        }
        if (declared.get().type() instanceof TypeRef.ConstRef constant
                && constant.value() instanceof Literal.StringLiteral tag
                && !tag.value().isBlank()) {
            return tag.value();
        }
        problems.error(
                ProblemId.DISCRIMINATOR,
                Place.of(declared.get().source()),
                "the property \""
                        + discriminator
                        + "\" holds the message's tag on the wire, so it must have a \"const\" with"
                        + " the tag",
                "rename the property, give it \"const\": \""
                        + fileName
                        + "\", or set \"discriminator\" in protocol.json");
        return fileName;
    }

    /** A message's record, without the discriminator. */
    RecordDef record(RecordDef whole) {
        List<FieldDef> fields =
                whole.fields().stream()
                        .filter(field -> !field.wireName().equals(discriminator))
                        .toList();
        fields.forEach(this::checkReserved);
        return whole.withFields(fields);
    }

    /** The message as a whole. */
    MessageDef message(String tag, Location location, RecordDef record, Fingerprints fingerprints) {
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
