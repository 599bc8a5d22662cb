package dev.gdwire.benchmarks.wire;

/** Whether one side has had what the other sent. */
final class ContentCheck {
    private ContentCheck() {}

    /** What is wrong; nothing if nothing is. */
    static String problem(long sent, long sentChecksum, long received, long receivedChecksum) {
        if (sent != received) {
            return sent + " messages were sent, " + received + " received";
        }
        if (sentChecksum != receivedChecksum) {
            return "of " + sent + " messages, others were received than were sent";
        }
        return "";
    }
}
