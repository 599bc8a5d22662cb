package dev.gdwire.cli.soak;

/**
 * How far a soak is.
 *
 * @param messages numbered messages that the Java side has sent or received
 * @param requests requests of the Java side that have their answers
 * @param cuts connections that were cut
 * @param resumes how often the session went on
 * @param heap bytes of heap after the newest collection; 0 before the first
 * @param nanos since the start
 */
record Standing(long messages, long requests, long cuts, long resumes, long heap, long nanos) {
    double seconds() {
        return nanos / 1e9;
    }

    long rate() {
        return nanos == 0 ? 0 : Math.round(messages / seconds());
    }
}
