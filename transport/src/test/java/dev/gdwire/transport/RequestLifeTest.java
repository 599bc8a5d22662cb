package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.GdwireException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/**
 * A state machine over one engine and a peer that follows no rules: whatever happens, in whatever
 * order, each request ends exactly once, and at the moment that a model of a few lines says.
 */
class RequestLifeTest {
    private static final EngineOptions JAVA =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY)).withSilence(Duration.ZERO);
    private static final String WELCOME = RawPeer.HELLO.replace("\"hello\"", "\"welcome\"");
    private static final int MOST_IDS = 12;
    private static final int LIMIT = 4;

    @Property(tries = 1000)
    void eachRequestEndsExactlyOnceOnEveryPath(@ForAll("lives") ActionChain<Life> lives) {
        Life life = lives.run();
        life.finish();
    }

    @Provide
    Arbitrary<ActionChain<Life>> lives() {
        return ActionChain.startWith(Life::new)
                .withAction(12, step("ask", life -> life.ask(-1)))
                .withAction(2, step("ask from within an end", Life::askFromWithin))
                .withAction(4, numbered("reply", Life::reply))
                .withAction(2, numbered("remote error", Life::remoteError))
                .withAction(2, numbered("reply of another type", Life::wrongReply))
                .withAction(2, numbered("invalid reply", Life::badReply))
                .withAction(1, numbered("broken error", Life::brokenError))
                .withAction(1, numbered("answer that nobody knows", Life::unknownReply))
                .withAction(3, numbered("cancel", Life::cancel))
                .withAction(3, numbered("time", Life::pass))
                .withAction(1, step("garbage", life -> life.say("no line at all")))
                .withAction(1, step("half a line", Life::halfALine))
                .withAction(1, step("close", life -> life.end(life.engine::close)))
                .withAction(1, step("break", life -> life.end(t -> life.engine.broken("x", t))))
                .withAction(1, step("end of input", Life::inputEnds))
                .withAction(1, step("disconnect", life -> life.end(life.engine::endOfInput)))
                .withAction(1, step("reject", Life::rejected))
                .withMaxTransformations(40);
    }

    private interface Step {
        void run(Life life);
    }

    private interface Numbered {
        void run(Life life, int n);
    }

    private static Action.Independent<Life> step(String name, Step step) {
        return () -> Arbitraries.just(transformer(name, step));
    }

    private static Action.Independent<Life> numbered(String name, Numbered step) {
        return () ->
                Arbitraries.integers()
                        .between(1, MOST_IDS)
                        .map(n -> transformer(name + " " + n, life -> step.run(life, n)));
    }

    private static Transformer<Life> transformer(String name, Step step) {
        return Transformer.mutate(
                name,
                life -> {
                    step.run(life);
                    life.check();
                });
    }

    /** The engine, and what is to become of its requests. */
    static final class Life {
        private final MemoryPair.End ends = new MemoryPair(JAVA, JAVA).initiator();
        private final Engine engine =
                new Engine(JAVA.withLimits(Limits.DEFAULT.withRequests(LIMIT)), ends);

        /** What the engine told, by the request. */
        private final Map<Long, List<Outcome>> told = new TreeMap<>();

        /** The model: the deadlines of those that wait, and the kinds of ends of the others. */
        private final Map<Long, Long> waiting = new TreeMap<>();

        private final Map<Long, Class<? extends Outcome>> ended = new TreeMap<>();
        private long now;
        private boolean over;
        private boolean inputOver;
        private boolean insideLine;

        Life() {
            engine.start(0);
            say(WELCOME.strip());
        }

        private void ask(long unused) {
            ask(outcome -> {});
        }

        private void ask(java.util.function.Consumer<Outcome> then) {
            List<Outcome> mine = new ArrayList<>();
            Duration timeout = Duration.ofNanos(20 + 10L * told.size());
            java.util.function.Supplier<Long> call =
                    () ->
                            engine.request(
                                    new Toy.Ask(1),
                                    timeout,
                                    now,
                                    outcome -> {
                                        mine.add(outcome);
                                        then.accept(outcome);
                                    });
            if (over || inputOver || waiting.size() >= LIMIT) {
                assertThatThrownBy(call::get).isInstanceOf(GdwireException.class);
                assertThat(mine).isEmpty();
                return;
            }
            long id = call.get();
            assertThat(told.put(id, mine)).isNull();
            waiting.put(id, now + timeout.toNanos());
        }

        /** A completion that asks again at once must find a table in order. */
        private void askFromWithin() {
            ask(
                    outcome -> {
                        try {
                            engine.cancel(
                                    engine.request(new Toy.Ask(2), Duration.ZERO, now, o -> {}));
                        } catch (GdwireException refused) {
                            // The connection is over, or there are too many: nothing waits then.
                            assertThat(refused).isNotNull();
                        }
                    });
        }

        private void answer(int id, String line, Class<? extends Outcome> kind) {
            boolean taken = !insideLine;
            say(line);
            if (taken) {
                modelEnd(id, kind);
            }
        }

        private void modelEnd(long id, Class<? extends Outcome> kind) {
            if (!over && !inputOver && waiting.remove(id) != null) {
                ended.put(id, kind);
            }
        }

        private void reply(int id) {
            answer(id, "{\"type\":\"answer\",\"n\":1,\"$re\":" + id + "}", Outcome.Reply.class);
        }

        private void remoteError(int id) {
            answer(
                    id,
                    "{\"gdwire\":\"error\",\"code\":\"no_handler\",\"message\":\"m\",\"$re\":"
                            + id
                            + "}",
                    Outcome.RemoteError.class);
        }

        /** It is no answer of that request's, which waits on. */
        private void wrongReply(int id) {
            boolean taken = !insideLine;
            say("{\"type\":\"moved\",\"n\":1,\"$re\":" + id + "}");
            if (taken) {
                modelEnd(id, Outcome.BadReply.class);
            }
        }

        private void badReply(int id) {
            answer(
                    id,
                    "{\"type\":\"answer\",\"n\":\"x\",\"$re\":" + id + "}",
                    Outcome.BadReply.class);
        }

        private void brokenError(int id) {
            answer(
                    id,
                    "{\"gdwire\":\"error\",\"code\":7,\"$re\":" + id + "}",
                    Outcome.BadReply.class);
        }

        private void unknownReply(int id) {
            answer(id, "{\"type\":\"nobody\",\"$re\":" + id + "}", Outcome.BadReply.class);
        }

        private void cancel(int id) {
            boolean waits = waiting.containsKey((long) id);
            assertThat(engine.cancel(id)).isEqualTo(waits);
            if (waits) {
                waiting.remove((long) id);
                ended.put((long) id, Outcome.Cancelled.class);
            }
        }

        private void pass(int time) {
            now += 5L * time;
            engine.tick(now);
            waiting.forEach(
                    (id, deadline) -> {
                        if (deadline <= now) {
                            ended.put(id, Outcome.TimedOut.class);
                        }
                    });
            waiting.keySet().removeAll(ended.keySet());
        }

        private void halfALine() {
            byte[] half = "{\"type\":\"ans".getBytes(StandardCharsets.UTF_8);
            engine.receive(half, 0, half.length, now);
            insideLine = !inputOver && !over || insideLine;
        }

        private void end(java.util.function.LongConsumer how) {
            how.accept(now);
            modelEndAll();
            over = true;
        }

        private void inputEnds() {
            engine.inputEnds(now);
            modelEndAll();
            inputOver = true;
        }

        private void rejected() {
            boolean taken = !insideLine;
            say("{\"gdwire\":\"reject\",\"code\":\"busy\",\"message\":\"m\"}");
            if (taken && !inputOver) {
                modelEndAll();
                over = true;
            }
        }

        private void modelEndAll() {
            waiting.keySet().forEach(id -> ended.put(id, Outcome.Ended.class));
            waiting.clear();
        }

        /** After the end of the input nothing comes: then a peer says nothing. */
        private void say(String line) {
            if (inputOver) {
                return;
            }
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            engine.receive(bytes, 0, bytes.length, now);
            insideLine = false;
        }

        private void check() {
            told.forEach(
                    (id, outcomes) -> {
                        Class<? extends Outcome> kind = ended.get(id);
                        if (kind == null) {
                            assertThat(outcomes).as("request %d waits", id).isEmpty();
                        } else {
                            assertThat(outcomes)
                                    .as("request %d", id)
                                    .singleElement()
                                    .isInstanceOf(kind);
                        }
                    });
            assertThat(engine.waitingRequests()).isEqualTo(waiting.size());
            assertThat(engine.isClosed()).isEqualTo(over);
        }

        private void finish() {
            engine.endOfInput(now);
            modelEndAll();
            over = true;
            check();
            assertThat(ended.keySet()).isEqualTo(told.keySet());
        }
    }
}
