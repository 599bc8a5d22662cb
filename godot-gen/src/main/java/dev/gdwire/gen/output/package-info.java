/** Writes generated files, and takes away those that are no longer generated. */
package dev.gdwire.gen.output;
