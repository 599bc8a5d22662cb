package dev.gdwire.gen.problem;

/**
 * The kinds of problems. A code never changes its meaning, and is never used again: GW024 was for
 * constants that are now supported.
 */
public enum ProblemId {
    NOT_JSON("GW001"),
    DUPLICATE_KEY("GW002"),
    NOT_UTF8("GW003"),
    NUMBER_RANGE("GW004"),
    NO_SCHEMAS("GW005"),
    UNREADABLE("GW006"),
    BAD_PROTOCOL_FILE("GW007"),
    BAD_TEXT("GW008"),
    NO_MESSAGE("GW009"),
    NOT_A_SCHEMA("GW010"),
    BAD_KEYWORD_VALUE("GW011"),
    UNSUPPORTED_KEYWORD("GW012"),
    UNKNOWN_KEYWORD("GW013"),
    KEYWORD_WITHOUT_EFFECT("GW014"),
    NOT_A_MESSAGE("GW015"),
    UNCHECKED_FORMAT("GW016"),
    UNSUPPORTED_PATTERN("GW017"),
    CONTRADICTION("GW018"),
    ENUM_VALUE("GW019"),
    DANGLING_REFERENCE("GW020"),
    OUTSIDE_REFERENCE("GW021"),
    CIRCULAR_REFERENCE("GW022"),
    ENDLESS_VALUE("GW023"),
    UNDECLARED_REQUIRED("GW025"),
    UNSUPPORTED_DRAFT("GW026"),
    UNUSED_FILE("GW027"),
    WIDE_OBJECT("GW028"),
    UNTYPED_OBJECT("GW029"),
    NAME_COLLISION("GW030"),
    BAD_NAME("GW031"),
    RESERVED_PROPERTY("GW032"),
    DISCRIMINATOR("GW033"),
    BAD_GDWIRE("GW034"),
    BAD_REPLY("GW035"),
    DEFAULT_DOES_NOT_FIT("GW036"),
    DUPLICATE_TAG("GW037"),
    OUTPUT_UNWRITABLE("GW040"),
    OUTPUT_NOT_OURS("GW041"),
    OUTPUT_PATH("GW042"),
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
