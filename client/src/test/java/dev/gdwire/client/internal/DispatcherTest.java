package dev.gdwire.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.client.Threads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DispatcherTest {
    private final Deque<Runnable> handedOver = new ArrayDeque<>();
    private final Dispatcher dispatcher = dispatcher(handedOver::add, Settings.DEFAULT);
    private final List<Integer> ran = new ArrayList<>();

    private static Dispatcher dispatcher(Executor executor, Settings settings) {
        return new Dispatcher(settings.withExecutor(executor), "test");
    }

    @Test
    void oneThreadAtATimeRunsAllInOrder() throws Exception {
        for (int i = 0; i < 3; i++) {
            int number = i;
            dispatcher.run(() -> ran.add(number));
        }
        assertThat(handedOver).hasSize(1);
        CompletableFuture.runAsync(handedOver.remove(), Threads::start).get(20, TimeUnit.SECONDS);
        assertThat(ran).containsExactly(0, 1, 2);
    }

    @Test
    void readerWaitsForHandlersThatAreFarBehindButNeverWhileARequestWaits() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            int number = i;
            dispatcher.run(() -> ran.add(number));
        }
        CompletableFuture<Void> reader =
                CompletableFuture.runAsync(this::awaitRoom, Threads::start);
        assertThat(reader).isNotDone();
        dispatcher.requestBegins();
        reader.get(20, TimeUnit.SECONDS);
        dispatcher.requestEnds();
        CompletableFuture<Void> again = CompletableFuture.runAsync(this::awaitRoom, Threads::start);
        assertThat(again).isNotDone();
        CompletableFuture.runAsync(this::runAll, Threads::start).get(20, TimeUnit.SECONDS);
        again.get(20, TimeUnit.SECONDS);
        assertThat(ran).hasSize(10_000);
    }

    private void runAll() {
        while (!handedOver.isEmpty()) {
            handedOver.remove().run();
        }
    }

    private void awaitRoom() {
        try {
            dispatcher.awaitRoom();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void executorThatRunsOnTheCallingThreadIsRefused() {
        Dispatcher direct = dispatcher(Runnable::run, Settings.DEFAULT);
        assertThatThrownBy(() -> direct.run(() -> ran.add(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The executor runs handlers on the calling thread: give one with threads of"
                                + " its own.");
        assertThat(ran).isEmpty();
    }

    @Test
    void whoCannotWaitForRoomIsToldOnceWhenHalfIsDone() throws Exception {
        List<Integer> told = new ArrayList<>();
        assertThat(dispatcher.hasRoom(() -> told.add(ran.size()))).isTrue();
        for (int i = 0; i < 10_000; i++) {
            int number = i;
            dispatcher.run(() -> ran.add(number));
        }
        assertThat(dispatcher.hasRoom(() -> told.add(ran.size()))).isFalse();
        runAll();
        assertThat(ran).hasSize(10_000).isSorted();
        assertThat(told).hasSize(1).first().isEqualTo(5_000);
    }

    @Test
    void whoCannotWaitForRoomIsToldOfARequestAndOfTheEnd() {
        for (int i = 0; i < 10_000; i++) {
            dispatcher.run(() -> ran.add(1));
        }
        List<String> told = new ArrayList<>();
        assertThat(dispatcher.hasRoom(() -> told.add("request"))).isFalse();
        dispatcher.requestBegins();
        dispatcher.requestEnds();
        assertThat(dispatcher.hasRoom(() -> told.add("end"))).isFalse();
        dispatcher.end();
        assertThat(told).containsExactly("request", "end");
        assertThat(dispatcher.hasRoom(() -> told.add("never"))).isTrue();
    }

    @Test
    void othersOfASharedExecutorHaveTheirTurn() {
        Dispatcher other = dispatcher(handedOver::add, Settings.DEFAULT);
        for (int i = 0; i < 1_000; i++) {
            dispatcher.run(() -> ran.add(1));
        }
        other.run(() -> ran.add(2));
        handedOver.remove().run();
        handedOver.remove().run();
        assertThat(ran).hasSize(65).endsWith(1, 2);
    }

    @Test
    void bytesThatWaitAreLimitedToo() {
        Dispatcher small = dispatcher(handedOver::add, Settings.DEFAULT.withInboundBytes(1000));
        List<Integer> told = new ArrayList<>();
        small.run(() -> ran.add(1), 600);
        assertThat(small.hasRoom(() -> told.add(0))).isTrue();
        small.run(() -> ran.add(2), 400);
        assertThat(small.hasRoom(() -> told.add(ran.size()))).isFalse();
        runAll();
        assertThat(told).as("told once the first had begun").containsExactly(0);
        assertThat(small.hasRoom(() -> told.add(1))).isTrue();
    }

    @Test
    void fourTimesAsMuchMayWaitWhileARequestDoesAndNoMore() throws Exception {
        Dispatcher small = dispatcher(handedOver::add, Settings.DEFAULT.withInboundBytes(1000));
        small.requestBegins();
        small.run(() -> ran.add(1), 3999);
        small.awaitRoom();
        List<String> told = new ArrayList<>();
        small.run(() -> ran.add(2), 1);
        assertThat(small.hasRoom(() -> told.add("room"))).isFalse();
        small.requestBegins();
        assertThat(told).as("another request makes no room").isEmpty();
        runAll();
        assertThat(told).containsExactly("room");
        small.requestEnds();
        small.requestEnds();
        small.awaitRoom();
    }

    @Test
    void manySmallTasksAreLimitedWhileARequestWaits() {
        dispatcher.requestBegins();
        for (int i = 0; i < 40_000; i++) {
            assertThat(dispatcher.hasRoom(() -> {})).isTrue();
            dispatcher.run(() -> ran.add(1));
        }
        assertThat(dispatcher.hasRoom(() -> {})).isFalse();
    }

    @Test
    void executorThatTakesNoMoreBlocksNobody() throws Exception {
        Dispatcher refused =
                dispatcher(
                        task -> {
                            throw new RejectedExecutionException("shut down");
                        },
                        Settings.DEFAULT);
        assertThatThrownBy(() -> refused.run(() -> ran.add(1)))
                .isInstanceOf(RejectedExecutionException.class);
        refused.awaitRoom();
        assertThat(ran).isEmpty();
    }
}
