package dev.gdwire.benchmarks.codecs.plain;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** Many 32-bit numbers. */
@CompiledJson
@Json
public record PlainFloats(String type, float[] values) {}
