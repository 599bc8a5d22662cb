package dev.gdwire.gen.gdscript;

import java.util.Set;

/** Names of parameters and local variables that hide no property of their class. */
record Locals(Set<String> properties) {
    Locals {
        properties = Set.copyOf(properties);
    }

    /** The wanted name, with an underscore where a property has it. */
    String name(String wanted) {
        return properties.contains(wanted) ? name(wanted + "_") : wanted;
    }
}
