package dev.gdwire.benchmarks.codecs.plain;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** A thing in the world. */
@CompiledJson
@Json
public record PlainThing(int id, String kind, double x, double height, boolean solid) {}
