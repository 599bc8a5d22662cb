package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;

/** Javadoc of enums and their values. */
final class EnumDocs {
    private EnumDocs() {}

    static String of(EnumDef definition) {
        return Javadocs.of(definition.doc(), Javadocs.ofType(definition));
    }

    /** The same with the tag of what is deprecated. */
    static String whole(EnumDef definition) {
        return of(definition) + Deprecation.tag(definition.doc());
    }

    /** The words of a value, else the value. */
    static String of(EnumValue value) {
        String shown = value.text().orElseGet(() -> JsonTexts.line(value.value()));
        return Javadocs.of(value.doc(), JavadocText.code(shown) + ".")
                + Deprecation.tag(value.doc());
    }

    /** What the values are on the wire. */
    static String noun(EnumDef definition) {
        return switch (definition.kind()) {
            case STRINGS -> "text";
            case INTEGERS -> "integer";
            case MIXED -> "value";
        };
    }
}
