package dev.gdwire.gen.java;

/** Temporary. */
final class RecordHeader {
    private RecordHeader() {}

    static String spread(String source) {
        return source;
    }
}
