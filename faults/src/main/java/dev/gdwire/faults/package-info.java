/** What networks do to connections, on purpose: for tests and soaks, never for production. */
@NullMarked
package dev.gdwire.faults;

import org.jspecify.annotations.NullMarked;
