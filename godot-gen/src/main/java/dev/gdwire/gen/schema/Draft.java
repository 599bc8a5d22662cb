package dev.gdwire.gen.schema;

import java.util.Optional;

/** The drafts of JSON Schema, oldest first. */
public enum Draft {
    DRAFT_04("http://json-schema.org/draft-04/schema"),
    DRAFT_06("http://json-schema.org/draft-06/schema"),
    DRAFT_07("http://json-schema.org/draft-07/schema"),
    DRAFT_2019_09("https://json-schema.org/draft/2019-09/schema"),
    DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema");

    private final String uri;

    Draft(String uri) {
        this.uri = uri;
    }

    /** The latest draft, whichever that is. */
    private static final String LATEST = "http://json-schema.org/schema";

    /** The draft that a {@code $schema} names, with {@code http} or {@code https}. */
    static Optional<Draft> of(String schema) {
        String plain = schema.endsWith("#") ? schema.substring(0, schema.length() - 1) : schema;
        if (plain.replace("https:", "http:").equals(LATEST)) {
            return Optional.of(DRAFT_2020_12);
        }
        for (Draft draft : values()) {
            if (draft.uri.replace("https:", "http:").equals(plain.replace("https:", "http:"))) {
                return Optional.of(draft);
            }
        }
        return Optional.empty();
    }

    /** What {@code $schema} must be. */
    String uri() {
        return uri;
    }

    /** Whether what stands beside a {@code $ref} has no effect. */
    public boolean ignoresSiblingsOfReferences() {
        return compareTo(DRAFT_2019_09) < 0;
    }

    boolean isWithin(Draft first, Draft last) {
        return compareTo(first) >= 0 && compareTo(last) <= 0;
    }
}
