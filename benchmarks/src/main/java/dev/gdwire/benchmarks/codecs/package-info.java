/** Codecs side by side: Gdwire's and those of other libraries, on the same messages. */
@NullMarked
package dev.gdwire.benchmarks.codecs;

import org.jspecify.annotations.NullMarked;
