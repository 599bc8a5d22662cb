package dev.gdwire.benchmarks.codecs.plain;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** A few scalars. */
@CompiledJson
@Json
public record PlainSmall(String type, int entity, String team, double health, boolean alive) {}
