package dev.gdwire.gen.output;

/**
 * What was done, in files without manifests.
 *
 * @param written new ones and those that changed
 * @param unchanged those that had the right bytes already and were left alone
 * @param deleted those that are no longer generated
 */
public record OutputReport(int written, int unchanged, int deleted) {
    /** Nothing was done. */
    public static final OutputReport NOTHING = new OutputReport(0, 0, 0);

    OutputReport plus(OutputReport other) {
        return new OutputReport(
                written + other.written, unchanged + other.unchanged, deleted + other.deleted);
    }
}
