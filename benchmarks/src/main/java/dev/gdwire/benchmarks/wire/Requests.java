package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.Medium;
import dev.gdwire.benchmarks.samples.MediumPhase;
import dev.gdwire.benchmarks.samples.MediumRequest;
import dev.gdwire.benchmarks.samples.MediumRequestPhase;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.Small;
import dev.gdwire.benchmarks.samples.SmallRequest;

/** Requests, and the messages of the same content that answer them. */
final class Requests {
    private Requests() {}

    /** The request that asks for a message. */
    static SamplesMessage request(SamplesMessage reply) {
        return reply instanceof Small small ? request(small) : request((Medium) reply);
    }

    /** The request that asks for a small message. */
    static SmallRequest request(Small small) {
        return new SmallRequest(small.entity(), small.team(), small.health(), small.alive());
    }

    /** The request that asks for a medium message. */
    static MediumRequest request(Medium medium) {
        return new MediumRequest(
                medium.episode(),
                medium.step(),
                medium.agent(),
                MediumRequestPhase.valueOf(medium.phase().name()),
                medium.note(),
                medium.position(),
                medium.observation(),
                medium.reward(),
                medium.terminated(),
                medium.truncated());
    }

    /** What answers a request. */
    static SamplesMessage reply(SamplesMessage request) {
        return request instanceof SmallRequest small
                ? reply(small)
                : reply((MediumRequest) request);
    }

    /** What answers a small request. */
    static Small reply(SmallRequest small) {
        return new Small(small.entity(), small.team(), small.health(), small.alive());
    }

    /** What answers a medium request. */
    static Medium reply(MediumRequest medium) {
        return new Medium(
                medium.episode(),
                medium.step(),
                medium.agent(),
                MediumPhase.valueOf(medium.phase().name()),
                medium.note(),
                medium.position(),
                medium.observation(),
                medium.reward(),
                medium.terminated(),
                medium.truncated());
    }
}
