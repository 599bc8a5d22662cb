/**
 * Makes plain schemas of what people write: references followed, {@code allOf} merged, unions told
 * apart, and a rule for whatever a type cannot say. jsonschema2pojo's rules understand the result.
 */
package dev.gdwire.gen.merge;
