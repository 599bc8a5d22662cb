package dev.gdwire.benchmarks.codecs.plain;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;

/** A step of reinforcement learning. */
@CompiledJson
@Json
public record PlainMedium(
        String type,
        long episode,
        int step,
        String agent,
        PlainPhase phase,
        String note,
        PlainPosition position,
        float[] observation,
        double reward,
        boolean terminated,
        boolean truncated) {}
