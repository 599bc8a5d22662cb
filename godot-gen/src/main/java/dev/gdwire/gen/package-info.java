/** The generator: schema sets in, Java and GDScript out. */
package dev.gdwire.gen;
