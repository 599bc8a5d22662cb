/** How soon after its start a program has its first message. */
@org.jspecify.annotations.NullMarked
package dev.gdwire.benchmarks.start;
