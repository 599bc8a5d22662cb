/**
 * The intermediate representation: one schema set, complete and immutable. References are resolved,
 * defaults are explicit, every type has a name made from its place in the schemas. Back ends read
 * this and nothing else.
 */
package dev.gdwire.gen.ir;
