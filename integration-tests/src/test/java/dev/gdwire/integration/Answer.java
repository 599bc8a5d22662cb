package dev.gdwire.integration;

/**
 * What one language says of a line.
 *
 * @param verdict {@code ok}, or the first fault in full
 * @param encoded the message as that language writes it; empty without one
 * @param trouble what went wrong between decode, encode and decode; empty when nothing did
 */
record Answer(String verdict, String encoded, String trouble) {
    static final String OK = "ok";

    static Answer fault(String verdict) {
        return new Answer(verdict, "", "");
    }

    boolean isOk() {
        return verdict.equals(OK);
    }
}
