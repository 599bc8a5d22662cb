package dev.gdwire.gen.problem;

/**
 * The kinds of problems. A code never changes its meaning, and is never used again: GW024 was for
 * constants that are now supported.
 */
public enum ProblemId {
    /** The file is not JSON. */
    NOT_JSON("GW001"),
    /** A key stands twice. */
    DUPLICATE_KEY("GW002"),
    /** The file is not UTF-8. */
    NOT_UTF8("GW003"),
    /** A number is out of range. */
    NUMBER_RANGE("GW004"),
    /** No schema is there. */
    NO_SCHEMAS("GW005"),
    /** A file or folder cannot be read. */
    UNREADABLE("GW006"),
    /** {@code protocol.json} says something it cannot. */
    BAD_PROTOCOL_FILE("GW007"),
    /** A text that one side could not hold. */
    BAD_TEXT("GW008"),
    /** The set has no message. */
    NO_MESSAGE("GW009"),
    /** What should be a schema is none. */
    NOT_A_SCHEMA("GW010"),
    /** A keyword has a value that it cannot have. */
    BAD_KEYWORD_VALUE("GW011"),
    /** A keyword is not supported. */
    UNSUPPORTED_KEYWORD("GW012"),
    /** A keyword is not known. */
    UNKNOWN_KEYWORD("GW013"),
    /** A keyword has no effect. */
    KEYWORD_WITHOUT_EFFECT("GW014"),
    /** A file is no message. */
    NOT_A_MESSAGE("GW015"),
    /** A format is not checked. */
    UNCHECKED_FORMAT("GW016"),
    /** A pattern is not supported. */
    UNSUPPORTED_PATTERN("GW017"),
    /** No value fits. */
    CONTRADICTION("GW018"),
    /** A value of an enum does nothing. */
    ENUM_VALUE("GW019"),
    /** A reference points at nothing. */
    DANGLING_REFERENCE("GW020"),
    /** A reference leads out of the set. */
    OUTSIDE_REFERENCE("GW021"),
    /** A reference leads back to itself. */
    CIRCULAR_REFERENCE("GW022"),
    /** A value could never end. */
    ENDLESS_VALUE("GW023"),
    /** A required property is not declared. */
    UNDECLARED_REQUIRED("GW025"),
    /** The draft is not supported. */
    UNSUPPORTED_DRAFT("GW026"),
    /** A file is no part of the set. */
    UNUSED_FILE("GW027"),
    /** An object has more properties than a Java record has room for. */
    WIDE_OBJECT("GW028"),
    /** An object's properties have no type. */
    UNTYPED_OBJECT("GW029"),
    /** Two things get one name. */
    NAME_COLLISION("GW030"),
    /** A name cannot be used. */
    BAD_NAME("GW031"),
    /** The wire needs the name of a property. */
    RESERVED_PROPERTY("GW032"),
    /** The property that holds the tag is not as it must be. */
    DISCRIMINATOR("GW033"),
    /** {@code x-gdwire} says something it cannot. */
    BAD_GDWIRE("GW034"),
    /** A reply cannot be. */
    BAD_REPLY("GW035"),
    /** A default does not fit. */
    DEFAULT_DOES_NOT_FIT("GW036"),
    /** Two messages have one tag. */
    DUPLICATE_TAG("GW037"),
    /** Two schemas could be meant by a reference. */
    AMBIGUOUS_REFERENCE("GW038"),
    /** A property can have no value. */
    IMPOSSIBLE_PROPERTY("GW039"),
    /** The output folder cannot be written. */
    OUTPUT_UNWRITABLE("GW040"),
    /** Somebody else's file is in the way. */
    OUTPUT_NOT_OURS("GW041"),
    /** A file cannot stand at its place. */
    OUTPUT_PATH("GW042"),
    /** Something is not up to date. */
    OUTPUT_STALE("GW043");

    private final String code;

    ProblemId(String code) {
        this.code = code;
    }

    /** The stable code, such as {@code GW012}. */
    public String code() {
        return code;
    }
}
