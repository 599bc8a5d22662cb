package dev.gdwire.gen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.HashSet;
import java.util.Set;

/** Classes that generated code uses: of Gdwire's run time, Jackson's annotations and JSpecify. */
final class RunTime {
    static final String PROTOCOL_PACKAGE = "dev.gdwire.protocol";
    private static final String CODEC_PACKAGE = PROTOCOL_PACKAGE + ".codec";
    private static final String JACKSON_PACKAGE = "com.fasterxml.jackson.annotation";

    /** Filled while this class is made ready. */
    private static final Set<String> NAMES = new HashSet<>();

    /** On what has to name what is deprecated, so that users' builds stay free of warnings. */
    static final AnnotationSpec MAY_BE_DEPRECATED =
            AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "deprecation")
                    .build();

    static final ClassName MESSAGE = ofProtocol("Message");
    static final ClassName FROM_JAVA = ofProtocol("FromJava");
    static final ClassName FROM_GODOT = ofProtocol("FromGodot");
    static final ClassName REQUEST = ofProtocol("Request");
    static final ClassName SENDER = ofProtocol("Sender");
    static final ClassName MAYBE = ofProtocol("Maybe");
    static final ClassName INVALID_VALUE = ofProtocol("InvalidValueException");

    static final ClassName JSON_VALUE = ofProtocol("JsonValue");

    static final ClassName CHECK = codec("Check");
    static final ClassName CHECK_TEXT = codec("CheckText");
    static final ClassName RULE = codec("Rule");
    static final ClassName RULE_TABLE = codec("RuleTable");
    static final ClassName TEXT_FORMAT = codec("TextFormat");
    static final ClassName READ_TEXT = codec("ReadText");
    static final ClassName READ_PACKED = codec("ReadPacked");
    static final ClassName WRITE_TEXT = codec("WriteText");
    static final ClassName WRITE_PACKED = codec("WritePacked");
    static final ClassName ARRAY_READER = codec("ArrayReader");
    static final ClassName TREE_WRITER = codec("TreeWriter");
    static final ClassName JACKSON_FORM = codec("JacksonForm");
    static final ClassName UNION_CODEC = codec("UnionCodec");
    static final ClassName COPY = codec("Copy");
    static final ClassName LIMIT = codec("Limit");
    static final ClassName FLOAT_LIMIT = codec("FloatLimit");
    static final ClassName TEXT_PATTERN = codec("TextPattern");
    static final ClassName READ = codec("Read");
    static final ClassName READ_NATIVE = codec("ReadNative");
    static final ClassName WRITE = codec("Write");
    static final ClassName WRITE_NATIVE = codec("WriteNative");
    static final ClassName OBJECT_READER = codec("ObjectReader");
    static final ClassName JSON_WRITER = json("JsonWriter");
    static final ClassName WRITER = json("Writer");
    static final ClassName JSON_INPUT = json("JsonInput");
    static final ClassName FIELD_NAME = json("FieldName");
    static final ClassName FIELD_NAMES = json("FieldNames");
    static final ClassName ENUM_READER = codec("EnumReader");
    static final ClassName ENUM_WRITER = codec("EnumWriter");
    static final ClassName DIRECT = codec("Direct");
    static final ClassName MESSAGE_CODEC = codec("MessageCodec");
    static final ClassName GENERATED_PROTOCOL = codec("GeneratedProtocol");

    static final ClassName JSON_ANY_GETTER = jackson("JsonAnyGetter");
    static final ClassName JSON_ANY_SETTER = jackson("JsonAnySetter");
    static final ClassName JSON_CREATOR = jackson("JsonCreator");
    static final ClassName JSON_FORMAT = jackson("JsonFormat");
    static final ClassName JSON_IGNORE = jackson("JsonIgnore");
    static final ClassName JSON_IGNORE_PROPERTIES = jackson("JsonIgnoreProperties");
    static final ClassName JSON_INCLUDE = jackson("JsonInclude");
    static final ClassName JSON_PROPERTY = jackson("JsonProperty");
    static final ClassName JSON_PROPERTY_ORDER = jackson("JsonPropertyOrder");
    static final ClassName JSON_SUB_TYPES = jackson("JsonSubTypes");
    static final ClassName JSON_TYPE_INFO = jackson("JsonTypeInfo");
    static final ClassName JSON_TYPE_NAME = jackson("JsonTypeName");
    static final ClassName JACKSON_VALUE = jackson("JsonValue");
    static final ClassName OPT_BOOLEAN = jackson("OptBoolean");

    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private RunTime() {}

    /** Whether one of these classes has the simple name. */
    static boolean hasName(String simpleName) {
        return NAMES.contains(simpleName);
    }

    static ClassName protocol(String name) {
        return ClassName.get(PROTOCOL_PACKAGE, name);
    }

    static ClassName godot(String name) {
        return ClassName.get(PROTOCOL_PACKAGE + ".godot", name);
    }

    static TypeName nullable(TypeName type) {
        return type.withoutAnnotations().box().annotated(AnnotationSpec.builder(NULLABLE).build());
    }

    private static ClassName codec(String name) {
        return named(CODEC_PACKAGE, name);
    }

    private static ClassName json(String name) {
        return named(PROTOCOL_PACKAGE + ".json", name);
    }

    private static ClassName ofProtocol(String name) {
        return named(PROTOCOL_PACKAGE, name);
    }

    private static ClassName jackson(String name) {
        return named(JACKSON_PACKAGE, name);
    }

    private static ClassName named(String javaPackage, String name) {
        NAMES.add(name);
        return ClassName.get(javaPackage, name);
    }
}
