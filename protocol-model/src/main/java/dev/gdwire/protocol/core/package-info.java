/** The messages of the wire itself: handshake, ping and error. */
@NullMarked
package dev.gdwire.protocol.core;

import org.jspecify.annotations.NullMarked;
