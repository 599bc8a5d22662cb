/** Reading and writing JSON as bytes. */
@NullMarked
package dev.gdwire.protocol.json;

import org.jspecify.annotations.NullMarked;
