package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Two engines, a pipe that cuts as it likes, and anything happening at any time. */
class EnginePropertyTest {
    @Property(tries = 300)
    void everythingArrivesOnceAndInOrderAndEachRequestEndsOnce(
            @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 7) Integer> steps,
            @ForAll Random random) {
        Run run = new Run();
        run.pair.open();
        for (int step : steps) {
            run.act(step, random);
            run.collect();
        }
        run.pair.deliver(available -> 1 + random.nextInt(available));
        run.collect();
        assertThat(run.gotByGodot).isEqualTo(run.sentByJava);
        assertThat(run.gotByJava).isEqualTo(run.sentByGodot);
        run.java.engine().close(run.pair.now());
        assertThat(run.outcomes.values()).allSatisfy(all -> assertThat(all).hasSize(1));
        assertThat(run.java.engine().waitingRequests()).isZero();
    }

    @Property(tries = 500)
    void garbageBetweenLinesCostsNoGoodLine(
            @ForAll @Size(max = 12) List<@Size(max = 60) byte[]> garbage, @ForAll Random random) {
        Run run = new Run();
        run.pair.open();
        run.java.takeEvents();
        run.godot.takeEvents();
        for (byte[] bytes : garbage) {
            run.java.inject(framed(bytes));
            run.send(run.java, run.sentByJava, new Toy.Say("good " + run.count++));
        }
        run.pair.deliver(available -> 1 + random.nextInt(available));
        for (Event event : run.godot.takeEvents()) {
            assertThat(event).isNotInstanceOf(Event.Closed.class);
            if (event instanceof Event.Received received) {
                run.gotByGodot.add(received.message());
            }
        }
        assertThat(run.gotByGodot).isEqualTo(run.sentByJava);
        assertThat(run.java.engine().isClosed()).isFalse();
    }

    private static byte[] framed(byte[] bytes) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(bytes);
        line.write('\n');
        return line.toByteArray();
    }

    /** The state of one try. */
    private static final class Run {
        private final MemoryPair pair =
                new MemoryPair(
                        EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY)),
                        EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                                .withSide(Sender.GODOT));
        private final MemoryPair.End java = pair.initiator();
        private final MemoryPair.End godot = pair.acceptor();
        private final List<Message> sentByJava = new ArrayList<>();
        private final List<Message> sentByGodot = new ArrayList<>();
        private final List<Message> gotByJava = new ArrayList<>();
        private final List<Message> gotByGodot = new ArrayList<>();
        private final Map<Long, List<Outcome>> outcomes = new HashMap<>();
        private final List<Event.RequestReceived> open = new ArrayList<>();
        private long count;

        private void act(int step, Random random) {
            switch (step) {
                case 0 -> send(java, sentByJava, new Toy.Say("j" + count++));
                case 1 -> send(godot, sentByGodot, new Toy.Say("g€" + count++));
                case 2 -> ask();
                case 3 -> answer(random);
                case 4 -> pair.pass(Duration.ofMillis(random.nextInt(700)));
                case 5 -> java.engine().cancel(1 + random.nextInt(5));
                case 6 -> pair.move(java, godot, available -> 1 + random.nextInt(available));
                default -> pair.move(godot, java, available -> 1 + random.nextInt(available));
            }
        }

        private void send(MemoryPair.End end, List<Message> sent, Message message) {
            end.engine().send(message);
            sent.add(message);
        }

        private void ask() {
            List<Outcome> mine = new ArrayList<>();
            long id =
                    java.engine()
                            .request(
                                    new Toy.Ask(count++),
                                    Duration.ofSeconds(1),
                                    pair.now(),
                                    mine::add);
            outcomes.put(id, mine);
        }

        private void answer(Random random) {
            if (open.isEmpty()) {
                return;
            }
            Event.RequestReceived request = open.remove(random.nextInt(open.size()));
            if (random.nextBoolean()) {
                long n = ((Toy.Ask) request.request()).n();
                godot.engine().reply(request.id(), new Toy.Answer(n), pair.now());
            } else {
                godot.engine().fail(request.id(), ErrorCode.HANDLER_FAILED, "no", pair.now());
            }
        }

        private void collect() {
            for (Event event : godot.takeEvents()) {
                if (event instanceof Event.Received received) {
                    gotByGodot.add(received.message());
                } else if (event instanceof Event.RequestReceived request) {
                    open.add(request);
                }
            }
            for (Event event : java.takeEvents()) {
                if (event instanceof Event.Received received) {
                    gotByJava.add(received.message());
                }
            }
        }
    }
}
