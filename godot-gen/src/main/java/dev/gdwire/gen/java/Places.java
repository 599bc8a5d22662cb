package dev.gdwire.gen.java;

/** The places of properties in faults, as the run time writes those of members. */
final class Places {
    private Places() {}

    /** A name, in brackets and quotes unless it is a plain word. */
    static String of(String wireName) {
        return wireName.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? wireName
                : "[" + JsonTexts.quote(wireName) + "]";
    }
}
