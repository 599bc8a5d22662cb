/** The Java back end: records, codecs and the registry of a schema set, from its IR. */
package dev.gdwire.gen.java;
