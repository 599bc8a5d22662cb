/** Writing JSON, as bytes above all. */
@NullMarked
package dev.gdwire.protocol.json;

import org.jspecify.annotations.NullMarked;
