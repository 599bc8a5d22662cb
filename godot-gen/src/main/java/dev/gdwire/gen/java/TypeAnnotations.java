package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The annotations of records, for Jackson and for the compiler. */
final class TypeAnnotations {
    private final JavaSet set;

    TypeAnnotations(JavaSet set) {
        this.set = set;
    }

    List<AnnotationSpec> of(RecordDef record) {
        List<AnnotationSpec> list = new ArrayList<>();
        Optional<MessageDef> message = set.message(record.name());
        message.ifPresent(
                m ->
                        list.add(
                                AnnotationSpec.builder(RunTime.JSON_TYPE_NAME)
                                        .addMember("value", "$L", Literals.text(m.tag()))
                                        .build()));
        if (message.isPresent() && set.declaresTag(record)) {
            list.add(ofMessages("EXISTING_PROPERTY"));
        } else if (!set.unionsOf(record.name()).isEmpty()) {
            // What its unions say of its type is said of them, not of the record.
            list.add(message.isPresent() ? ofMessages() : withoutType());
        }
        if (record.unknown() == UnknownFields.IGNORED) {
            list.add(
                    AnnotationSpec.builder(RunTime.JSON_IGNORE_PROPERTIES)
                            .addMember("ignoreUnknown", "true")
                            .build());
        }
        addDeprecation(list, record);
        return list;
    }

    private static CodeBlock texts(List<String> texts) {
        return texts.stream().map(Literals::text).collect(CodeBlock.joining(", ", "{", "}"));
    }

    List<AnnotationSpec> of(TupleDef tuple, Parts parts) {
        List<AnnotationSpec> list = new ArrayList<>();
        list.add(
                AnnotationSpec.builder(RunTime.JSON_FORMAT)
                        .addMember("shape", "$T.Shape.ARRAY", RunTime.JSON_FORMAT)
                        .build());
        CodeBlock names = texts(parts.components().stream().map(Component::wireName).toList());
        list.add(
                AnnotationSpec.builder(RunTime.JSON_PROPERTY_ORDER)
                        .addMember("value", names)
                        .build());
        addDeprecation(list, tuple);
        return list;
    }

    /** How Jackson tells messages apart. */
    AnnotationSpec ofMessages() {
        return ofMessages("PROPERTY");
    }

    private AnnotationSpec ofMessages(String include) {
        AnnotationSpec.Builder info =
                AnnotationSpec.builder(RunTime.JSON_TYPE_INFO)
                        .addMember("use", "$T.Id.NAME", RunTime.JSON_TYPE_INFO);
        if (!include.equals("PROPERTY")) {
            info.addMember("include", "$T.As.$L", RunTime.JSON_TYPE_INFO, include);
        }
        info.addMember("property", "$L", Literals.text(set.protocol().discriminator()));
        if (set.hasMessagesInside()) {
            info.addMember("requireTypeIdForSubtypes", "$T.FALSE", RunTime.OPT_BOOLEAN);
        }
        return info.build();
    }

    /** Jackson needs no type. */
    static AnnotationSpec withoutType() {
        return AnnotationSpec.builder(RunTime.JSON_TYPE_INFO)
                .addMember("use", "$T.Id.NONE", RunTime.JSON_TYPE_INFO)
                .build();
    }

    private void addDeprecation(List<AnnotationSpec> list, TypeDef type) {
        if (type.doc().deprecated()) {
            list.add(AnnotationSpec.builder(Deprecated.class).build());
        } else if (set.usesDeprecated(type)) {
            list.add(RunTime.MAY_BE_DEPRECATED);
        }
    }
}
