/** What clients and servers share; no API. */
@NullMarked
package dev.gdwire.client.internal;

import org.jspecify.annotations.NullMarked;
