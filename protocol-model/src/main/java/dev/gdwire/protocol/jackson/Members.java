package dev.gdwire.protocol.jackson;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The members of an encoded message, token by token, for generators that cannot take it as it is.
 */
final class Members {
    /** Has no limits: those of others have been kept before. */
    static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxNestingDepth(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private Members() {}

    /**
     * Writes the members.
     *
     * @param without the name of the one that is left out
     */
    static void copy(byte[] object, @Nullable String without, JsonGenerator out) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), object)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = in.currentName();
                in.nextToken();
                if (name.equals(without)) {
                    in.skipChildren();
                } else {
                    out.writeName(name);
                    out.copyCurrentStructure(in);
                }
            }
        }
    }
}
