/**
 * What a generated protocol is at run time: messages, their registry, and the errors of decoding.
 */
@NullMarked
package dev.gdwire.protocol;

import org.jspecify.annotations.NullMarked;
