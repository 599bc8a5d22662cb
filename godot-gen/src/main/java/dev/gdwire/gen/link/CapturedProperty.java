package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A property as jsonschema2pojo's property rule met it. */
record CapturedProperty(String name, ObjectNode schema) {}
