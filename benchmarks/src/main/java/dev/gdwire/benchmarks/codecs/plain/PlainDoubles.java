package dev.gdwire.benchmarks.codecs.plain;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** Many numbers. */
@CompiledJson
@Json
public record PlainDoubles(String type, double[] values) {}
