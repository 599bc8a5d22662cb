package dev.gdwire.gen.output;

import java.util.Optional;

/**
 * One file that must change.
 *
 * @param path below the output folder, with forward slashes
 * @param before hash of what is there; empty when nothing is
 * @param after what must be there; empty when nothing must
 */
record Change(String path, Optional<String> before, Optional<byte[]> after) {}
