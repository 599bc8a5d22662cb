package dev.gdwire.protocol.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.jsontype.TypeIdResolver;

/** Whether what Jackson would tell types apart by is the tag that the codec writes and reads. */
final class OwnTags {
    private OwnTags() {}

    static boolean are(
            String discriminator, String property, JsonTypeInfo.As place, TypeIdResolver names) {
        boolean inside =
                place == JsonTypeInfo.As.PROPERTY || place == JsonTypeInfo.As.EXISTING_PROPERTY;
        return inside
                && discriminator.equals(property)
                && names.getMechanism() == JsonTypeInfo.Id.NAME;
    }
}
