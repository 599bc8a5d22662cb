package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.codecs.Sample;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.Small;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.MemoryPair;
import dev.gdwire.transport.Role;
import java.time.Duration;

/**
 * What a peer of many says, prepared: it costs next to nothing to say it, whoever listens.
 *
 * @param greeting what it says first; the other side answers with one line if that is not empty
 * @param request its requests
 * @param reply what answers them
 * @param digest what the server counts for a request
 */
record Dialect(byte[] greeting, Template request, Template reply, long digest) {
    private static final String ID = "$id";
    private static final Duration ANY_TIME = Duration.ofDays(1);
    private static final long FIRST = 1;

    /** Small requests and replies, as an engine of Gdwire's writes them. */
    static Dialect gdwire() {
        MemoryPair pair = pair();
        pair.initiator().engine().start(0);
        byte[] hello = pair.initiator().takeOutbound();
        Small small = (Small) Sample.SMALL.message();
        return new Dialect(
                hello,
                Template.of(request(Requests.request(small)), ID),
                Template.of(reply(small), "$re"),
                Digest.of(small));
    }

    /** Lines as long as Gdwire's requests, that come back as they were. */
    static Dialect echo() {
        SamplesMessage small = Sample.SMALL.message();
        Template line = Template.of(request(Requests.request(small)), ID);
        return new Dialect(new byte[0], line, line, 1);
    }

    private static byte[] request(SamplesMessage request) {
        MemoryPair pair = pair().open();
        pair.initiator().engine().request(request, ANY_TIME, pair.now(), outcome -> {});
        return pair.initiator().takeOutbound();
    }

    private static byte[] reply(Small small) {
        MemoryPair pair = pair().open();
        pair.initiator()
                .engine()
                .request(Requests.request(small), ANY_TIME, pair.now(), outcome -> {});
        pair.deliver();
        pair.acceptor().engine().reply(FIRST, small, pair.now());
        return pair.acceptor().takeOutbound();
    }

    private static MemoryPair pair() {
        return new MemoryPair(
                // They rest while others are measured, and promise nobody a sign of life.
                GdwireSockets.options(Role.INITIATOR, Sender.JAVA).withSilence(Duration.ZERO),
                GdwireSockets.options(Role.ACCEPTOR, Sender.GODOT));
    }
}
