package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.codecs.plain.PlainDoubles;
import dev.gdwire.benchmarks.codecs.plain.PlainFloats;
import dev.gdwire.benchmarks.codecs.plain.PlainMedium;
import dev.gdwire.benchmarks.codecs.plain.PlainObjects;
import dev.gdwire.benchmarks.codecs.plain.PlainPhase;
import dev.gdwire.benchmarks.codecs.plain.PlainPosition;
import dev.gdwire.benchmarks.codecs.plain.PlainSmall;
import dev.gdwire.benchmarks.codecs.plain.PlainThing;
import dev.gdwire.benchmarks.samples.Doubles;
import dev.gdwire.benchmarks.samples.Floats;
import dev.gdwire.benchmarks.samples.Medium;
import dev.gdwire.benchmarks.samples.MediumPhase;
import dev.gdwire.benchmarks.samples.Objects;
import dev.gdwire.benchmarks.samples.Position;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.SamplesProtocol;
import dev.gdwire.benchmarks.samples.Small;
import dev.gdwire.benchmarks.samples.Thing;
import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;

/**
 * Generated messages as plain records, of which the type tag is a property like others, and back.
 */
final class PlainMessages {
    private PlainMessages() {}

    static Object of(SamplesMessage message) {
        if (message instanceof Small small) {
            return new PlainSmall(
                    tag(message), small.entity(), small.team(), small.health(), small.alive());
        }
        if (message instanceof Medium medium) {
            return plain(tag(message), medium);
        }
        if (message instanceof Doubles doubles) {
            return new PlainDoubles(tag(message), doubles.values().toArray());
        }
        if (message instanceof Floats floats) {
            return new PlainFloats(tag(message), floats.values().toArray());
        }
        return new PlainObjects(
                tag(message),
                ((Objects) message).things().stream().map(PlainMessages::plain).toList());
    }

    /**
     * Back again.
     *
     * @throws ClassCastException if {@link #of} gives no such objects
     */
    static SamplesMessage message(Object plain) {
        if (plain instanceof PlainSmall small) {
            return new Small(small.entity(), small.team(), small.health(), small.alive());
        }
        if (plain instanceof PlainMedium medium) {
            return message(medium);
        }
        if (plain instanceof PlainDoubles doubles) {
            return new Doubles(DoubleList.of(doubles.values()));
        }
        if (plain instanceof PlainFloats floats) {
            return new Floats(FloatList.of(floats.values()));
        }
        return new Objects(
                ((PlainObjects) plain).things().stream().map(PlainMessages::thing).toList());
    }

    private static String tag(SamplesMessage message) {
        return SamplesProtocol.INSTANCE.tag(message);
    }

    private static PlainMedium plain(String tag, Medium medium) {
        Position position = medium.position();
        return new PlainMedium(
                tag,
                medium.episode(),
                medium.step(),
                medium.agent(),
                PlainPhase.valueOf(medium.phase().name()),
                medium.note(),
                new PlainPosition(position.x(), position.z(), position.y()),
                medium.observation().toArray(),
                medium.reward(),
                medium.terminated(),
                medium.truncated());
    }

    private static Medium message(PlainMedium medium) {
        PlainPosition position = medium.position();
        return new Medium(
                medium.episode(),
                medium.step(),
                medium.agent(),
                MediumPhase.valueOf(medium.phase().name()),
                medium.note(),
                new Position(position.x(), position.z(), position.y()),
                FloatList.of(medium.observation()),
                medium.reward(),
                medium.terminated(),
                medium.truncated());
    }

    private static PlainThing plain(Thing thing) {
        return new PlainThing(thing.id(), thing.kind(), thing.x(), thing.height(), thing.solid());
    }

    private static Thing thing(PlainThing thing) {
        return new Thing(thing.id(), thing.kind(), thing.x(), thing.height(), thing.solid());
    }
}
