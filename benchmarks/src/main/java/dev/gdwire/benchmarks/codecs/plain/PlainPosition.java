package dev.gdwire.benchmarks.codecs.plain;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** A place in the world. */
@CompiledJson
@Json
public record PlainPosition(double x, double z, double y) {}
