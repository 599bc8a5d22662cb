package dev.gdwire.gen.ir;

import java.util.Optional;

/**
 * One message: a record that has a tag.
 *
 * @param tag value of the discriminator, the schema file's name
 * @param record the message's fields, without the discriminator
 * @param sender which side may send it
 * @param replyTag tag of the message that answers it
 * @param fingerprint digest of the message's schema with all that it refers to, without words for
 *     people (titles, descriptions, examples)
 */
public record MessageDef(
        String tag,
        RecordDef record,
        Sender sender,
        Optional<String> replyTag,
        String fingerprint) {}
