package dev.gdwire.gen.merge;

import dev.gdwire.gen.schema.Location;

/**
 * A declared property that can have no value, though no schema says {@code false} to it.
 *
 * @param schema the last of the schemas that must all hold for it
 * @param required whether it must be there, so that the object can have no value either
 */
public record ImpossibleProperty(String name, Location schema, boolean required) {}
