package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import dev.gdwire.gen.ir.Doc;
import java.util.List;

/** How code says that a schema deprecates something. */
final class Deprecation {
    private static final String TAG = "@deprecated its schema says so";

    private Deprecation() {}

    /** The annotation, if there is need of one. */
    static List<AnnotationSpec> of(Doc doc) {
        return doc.deprecated()
                ? List.of(AnnotationSpec.builder(Deprecated.class).build())
                : List.of();
    }

    /** The tag after the words of a Javadoc, else nothing. */
    static String tag(Doc doc) {
        return doc.deprecated() ? "\n\n" + TAG : "";
    }

    /** The tag after other tags, else nothing. */
    static String tagAfterOthers(Doc doc) {
        return doc.deprecated() ? "\n" + TAG : "";
    }
}
