package dev.gdwire.gen.output;

/** How far a run came that failed. */
enum Outcome {
    /** Everything is as it was. */
    NOTHING_WRITTEN("give a folder that you may write to, with room; nothing was written"),
    /** Some files could neither be replaced nor put back; the next run tries again. */
    BETWEEN("some files may be new and some old: mend this, then run generate again"),
    /** Only what was needed on the way could not be taken away. */
    ALL_WRITTEN("every file was written; run generate again to take away what was left over");

    private final String hint;

    Outcome(String hint) {
        this.hint = hint;
    }

    /** What to do about it. */
    String hint() {
        return hint;
    }
}
