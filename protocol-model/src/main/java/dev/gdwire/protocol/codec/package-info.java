/**
 * What generated codecs and generated constructors call. User code needs none of it, and it may
 * change together with the generator.
 */
@NullMarked
package dev.gdwire.protocol.codec;

import org.jspecify.annotations.NullMarked;
