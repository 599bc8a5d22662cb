/**
 * The GDScript back end: typed classes, registry and dispatcher of a schema set, for Godot 4.3 and
 * later. It reads the IR and nothing else.
 */
package dev.gdwire.gen.gdscript;
