package dev.gdwire.integration;

import java.util.List;

/** A schema set with lines, and what the validator says of them. */
interface Examined {
    /** The schema set and the lines. */
    Trial trial();

    /** Whether the validator takes each of the lines. */
    List<Boolean> reference();
}
