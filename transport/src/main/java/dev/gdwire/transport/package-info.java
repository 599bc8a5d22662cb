/** Bytes to lines to messages: the protocol engine of {@code docs/wire.md} and its drivers. */
@NullMarked
package dev.gdwire.transport;

import org.jspecify.annotations.NullMarked;
