/** Generated messages for Jackson's mappers, read and written by the generated codecs. */
@NullMarked
package dev.gdwire.protocol.jackson;

import org.jspecify.annotations.NullMarked;
