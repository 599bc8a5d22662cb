/** What the run time's own packages share, and nobody else sees. */
@NullMarked
package dev.gdwire.protocol.internal;

import org.jspecify.annotations.NullMarked;
