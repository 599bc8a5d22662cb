package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Sessions over connections that break at any byte, at any time, for either side. */
class SessionPropertyTest {
    @Property(tries = 2000)
    void everythingArrivesOnceAndInOrderOverAnyBreaks(
            @ForAll @Size(max = 150) List<Byte> steps, @ForAll Random random) {
        SessionModel model = new SessionModel(SessionOptions.DEFAULT);
        model.connect();
        model.deliverAll();
        int count = 0;
        for (byte step : steps) {
            act(model, Math.floorMod(step, 17), random, count++);
            model.checkPrefixes();
        }
        settle(model);
        assertThat(model.godot.got).isEqualTo(model.java.sent);
        assertThat(model.java.got).isEqualTo(model.godot.sent);
        model.godot.answerAll();
        settle(model);
        assertThat(model.java.outcomes.values())
                .allSatisfy(
                        all ->
                                assertThat(all)
                                        .hasSize(1)
                                        .first()
                                        .isInstanceOf(Outcome.Reply.class));
        assertThat(model.java.losses).isEmpty();
        assertThat(model.godot.losses).isEmpty();
        assertThat(model.java.opened).isEqualTo(1);
        assertThat(model.godot.opened).isEqualTo(1);
    }

    private static void act(SessionModel model, int step, Random random, int count) {
        switch (step) {
            case 0, 1, 2 -> model.java.send(new Toy.Say("say " + count));
            case 3, 4 -> model.godot.send(new Toy.Moved(count));
            case 5 -> model.java.ask(new Toy.Ask(count));
            case 6 -> model.godot.answerAll();
            case 7, 8 -> model.deliver(model.java, 1 + random.nextInt(200));
            case 9, 10 -> model.deliver(model.godot, 1 + random.nextInt(200));
            case 11 -> model.cut(random.nextBoolean() ? model.java : model.godot);
            case 12 -> reconnect(model, random);
            case 13 -> model.deliverLate(random);
            case 14 -> model.repeat(random);
            case 15 -> (random.nextBoolean() ? model.java : model.godot).ping(count);
            default -> model.pass(Duration.ofMillis(random.nextInt(300)));
        }
    }

    /** The initiator has to know of a break before it connects again; the acceptor has not. */
    private static void reconnect(SessionModel model, Random random) {
        model.cut(model.java);
        if (random.nextBoolean()) {
            model.cut(model.godot);
        }
        model.connect();
        // The handshake may be cut as well.
        model.deliver(model.java, 1 + random.nextInt(400));
        if (random.nextInt(3) > 0) {
            model.deliverAll();
        }
    }

    private static void settle(SessionModel model) {
        model.cut(model.java);
        model.connect();
        model.deliverAll();
        model.pass(Duration.ofMillis(200));
        model.deliverAll();
    }

    @Property(tries = 500)
    void whatWasSentToAPeerThatStartsAnewIsReportedAsLost(
            @ForAll @Size(min = 1, max = 60) List<Byte> steps, @ForAll Random random) {
        SessionModel model = new SessionModel(SessionOptions.DEFAULT);
        model.connect();
        model.deliverAll();
        int count = 0;
        for (byte step : steps) {
            act(model, Math.floorMod(step, 17), random, count++);
        }
        List<Outcome> open = model.java.outcomes.values().stream().flatMap(List::stream).toList();
        model.godot.forget();
        model.godot.got.clear();
        model.cut(model.java);
        model.connect();
        model.deliverAll();
        assertThat(model.java.losses)
                .containsExactly(
                        "the peer does not know it any more: it was started anew, or gave it up");
        assertThat(model.java.opened).isEqualTo(2);
        assertThat(model.java.outcomes.values()).allSatisfy(all -> assertThat(all).hasSize(1));
        assertThat(model.java.outcomes.values().stream().flatMap(List::stream).toList())
                .hasSizeGreaterThanOrEqualTo(open.size());
        model.java.send(new Toy.Say("anew"));
        model.deliverAll();
        assertThat(model.godot.got).containsExactly(new Toy.Say("anew"));
    }
}
