package dev.gdwire.benchmarks.wire;

/** The end of a process that takes part: what it measured is worth nothing. */
final class Fatal {
    private static volatile boolean ending;

    private Fatal() {}

    /** Says why, and ends the process with 1, also from within threads of others. */
    static void exit(Throwable reason) {
        if (!ending) {
            reason.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    /** All is measured: connections that break are none of anybody's business any more. */
    static void expectTheEnd() {
        ending = true;
    }

    /** Ends the process with 0, whatever its threads do. */
    static void end() {
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
