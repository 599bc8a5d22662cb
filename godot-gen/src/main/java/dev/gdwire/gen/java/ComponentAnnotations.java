package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Jackson's annotations of components, so that stock mappers read and write valid messages. */
final class ComponentAnnotations {
    private final JavaSet set;

    ComponentAnnotations(JavaSet set) {
        this.set = set;
    }

    /**
     * Annotations of a component.
     *
     * @param creator whether Jackson makes the record with a factory, which says what is required
     */
    List<AnnotationSpec> of(Component part, boolean creator) {
        List<AnnotationSpec> list = new ArrayList<>();
        if (part.isOthers()) {
            list.add(AnnotationSpec.builder(RunTime.JSON_ANY_GETTER).build());
            return list;
        }
        if (part.hasForm()) {
            // Where the names are the same, what stands for it has precedence, as it is annotated.
            if (!part.wireName().equals(part.name())) {
                list.add(AnnotationSpec.builder(RunTime.JSON_IGNORE).build());
            }
            return list;
        }
        AnnotationSpec property = property(part, creator);
        if (!property.members().isEmpty()) {
            list.add(property);
        }
        if (part.presence() == Component.Presence.OPTIONAL) {
            list.add(unlessNull());
        }
        if (part.isMaybe()) {
            list.add(
                    AnnotationSpec.builder(RunTime.JSON_INCLUDE)
                            .addMember("value", "$T.Include.CUSTOM", RunTime.JSON_INCLUDE)
                            .addMember("valueFilter", "$T.AbsentFilter.class", RunTime.MAYBE)
                            .build());
        }
        if (Refs.leaf(part.value()) instanceof TypeRef.Int64StringRef) {
            list.add(
                    AnnotationSpec.builder(RunTime.JSON_FORMAT)
                            .addMember("shape", "$T.Shape.STRING", RunTime.JSON_FORMAT)
                            .build());
        }
        if (Refs.leaf(part.value()) instanceof TypeRef.NamedRef named
                && set.isMessage(named.name())) {
            list.add(TypeAnnotations.withoutType());
        }
        return list;
    }

    /** Null is not written. */
    static AnnotationSpec unlessNull() {
        return AnnotationSpec.builder(RunTime.JSON_INCLUDE)
                .addMember("value", "$T.Include.NON_NULL", RunTime.JSON_INCLUDE)
                .build();
    }

    AnnotationSpec ofFixed(FieldDef field) {
        AnnotationSpec.Builder property = AnnotationSpec.builder(RunTime.JSON_PROPERTY);
        property.addMember("value", "$L", Literals.text(field.wireName()));
        property.addMember("access", "$T.Access.READ_ONLY", RunTime.JSON_PROPERTY);
        return property.build();
    }

    private static AnnotationSpec property(Component part, boolean creator) {
        AnnotationSpec.Builder property = AnnotationSpec.builder(RunTime.JSON_PROPERTY);
        // Jackson has no property without a name.
        boolean sameName = part.wireName().equals(part.name()) || part.wireName().isEmpty();
        if (!sameName) {
            property.addMember("value", "$S", part.wireName());
        }
        if (part.isRequired() && !creator) {
            property.addMember("required", "true");
        }
        return property.build();
    }
}
