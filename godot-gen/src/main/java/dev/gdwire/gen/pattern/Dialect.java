package dev.gdwire.gen.pattern;

/** The two grammars that ECMA 262 has for patterns. */
enum Dialect {
    /** With the flag {@code u}, as JSON Schema asks. */
    UNICODE,
    /** Annex B, without that flag: what is no syntax stands for itself. */
    LENIENT
}
