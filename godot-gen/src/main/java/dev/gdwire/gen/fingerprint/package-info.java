/** Digests of messages and protocols: equal digests mean that both accept the same values. */
package dev.gdwire.gen.fingerprint;
