package dev.gdwire.benchmarks.codecs.plain;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.util.List;

/** Many small objects. */
@CompiledJson
@Json
public record PlainObjects(String type, List<PlainThing> things) {}
