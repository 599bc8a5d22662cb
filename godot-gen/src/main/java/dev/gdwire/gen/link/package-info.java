/** Makes the intermediate representation of a checked schema set, with jsonschema2pojo's rules. */
package dev.gdwire.gen.link;
