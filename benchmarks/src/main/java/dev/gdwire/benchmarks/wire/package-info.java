/** Wires side by side: messages from one JVM to another over loopback, by Gdwire and by others. */
@NullMarked
package dev.gdwire.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
