/** Parts of the engine and its drivers; no API. */
@NullMarked
package dev.gdwire.transport.internal;

import org.jspecify.annotations.NullMarked;
