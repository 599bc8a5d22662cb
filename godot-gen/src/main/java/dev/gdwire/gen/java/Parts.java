package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.FieldDef;
import java.util.List;
import java.util.Map;

/**
 * What a record is made of.
 *
 * @param components in the order of the schema; what has no field comes last
 * @param fixed fields that always have the same value, with the names of their accessors
 */
record Parts(List<Component> components, Map<FieldDef, String> fixed) {
    /** The component of a field that is not fixed. */
    Component of(FieldDef field) {
        return components.stream().filter(part -> part.field() == field).findFirst().orElseThrow();
    }

    /** The names of all components. */
    List<String> names() {
        return components.stream().map(Component::name).toList();
    }
}
