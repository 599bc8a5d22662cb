package dev.gdwire.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An echo behind a proxy, and who talks to it. */
@Timeout(60)
class ChaosProxyTest {
    private static final int PATIENCE_SECONDS = 20;
    private static final Duration LONG = Duration.ofMinutes(5);

    private EchoServer echo;

    @BeforeEach
    void listen() throws IOException {
        echo = new EchoServer();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        echo.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("chaos-")) {
                thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private ChaosProxy proxy(ChaosPlan plan) {
        return ChaosProxy.open(echo.port(), plan);
    }

    private static Socket connect(ChaosProxy proxy) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        return socket;
    }

    /** What comes back of bytes, until the end. */
    private static byte[] back(ChaosProxy proxy, byte[] bytes) throws Exception {
        try (Socket socket = connect(proxy)) {
            CompletableFuture<byte[]> read =
                    CompletableFuture.supplyAsync(() -> readAll(socket), ChaosProxyTest::start);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return read.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "reader");
        thread.setDaemon(true);
        thread.start();
    }

    private static byte[] readAll(Socket socket) {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void withoutFaultsBytesAndTheirEndGoThrough() throws Exception {
        byte[] bytes = randomBytes(1_000_000);
        try (ChaosProxy proxy = proxy(ChaosPlan.of(1))) {
            assertThat(back(proxy, bytes)).isEqualTo(bytes);
            ChaosCounts counts = proxy.counts();
            assertThat(counts.connections()).isEqualTo(1);
            assertThat(counts.bytesUp()).isEqualTo(bytes.length);
            assertThat(counts.bytesDown()).isEqualTo(bytes.length);
            assertThat(counts.faults().values()).containsOnly(0L);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STALL", "DELAY", "SPLIT", "COALESCE"})
    void whatOnlyTakesTimeChangesNoByte(Fault fault) throws Exception {
        byte[] bytes = randomBytes(60_000);
        ChaosPlan plan = ChaosPlan.of(3).once(fault, 2_000).atMost(Duration.ofMillis(2));
        try (ChaosProxy proxy = proxy(plan)) {
            assertThat(back(proxy, bytes)).isEqualTo(bytes);
            assertThat(proxy.counts().of(fault)).isPositive();
        }
    }

    @Test
    void theSameSeedChangesTheSameBytes() throws Exception {
        byte[] bytes = randomBytes(50_000);
        byte[] first = corrupted(5, bytes);
        assertThat(first).hasSameSizeAs(bytes).isNotEqualTo(bytes);
        assertThat(corrupted(5, bytes)).isEqualTo(first);
        assertThat(corrupted(6, bytes)).isNotEqualTo(first);
    }

    private byte[] corrupted(long seed, byte[] bytes) throws Exception {
        ChaosPlan plan = ChaosPlan.of(seed).once(Fault.CORRUPT, 5_000).once(Fault.SPLIT, 5_000);
        try (ChaosProxy proxy = proxy(plan)) {
            byte[] back = back(proxy, bytes);
            int differing = 0;
            for (int i = 0; i < bytes.length; i++) {
                differing += bytes[i] == back[i] ? 0 : 1;
            }
            // On their way there and back again the same byte may have been met twice.
            assertThat((long) differing)
                    .isBetween(1L, proxy.counts().of(Fault.CORRUPT))
                    .isGreaterThan(proxy.counts().of(Fault.CORRUPT) - 3);
            return back;
        }
    }

    @Test
    void aCutIsAnEndForBothAndWhatComesLaterIsLost() throws Exception {
        try (ChaosProxy proxy = proxy(ChaosPlan.of(1));
                Socket socket = connect(proxy)) {
            socket.getOutputStream().write(42);
            assertThat(socket.getInputStream().read()).isEqualTo(42);
            assertThat(proxy.connections()).isEqualTo(1);
            assertThat(proxy.cutNow()).isEqualTo(1);
            assertThat(proxy.cutNow()).isZero();
            socket.getOutputStream().write(43);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
            assertThat(echo.endings().poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isEqualTo(EchoServer.END);
            assertThat(proxy.counts().cuts()).isEqualTo(1);
            assertThat(proxy.counts().bytes()).isEqualTo(2);
        }
    }

    @Test
    void afterACutWhoDoesNotHangUpIsHungUpOn() throws Exception {
        try (ChaosProxy proxy = proxy(ChaosPlan.of(1));
                Socket socket = connect(proxy)) {
            socket.getOutputStream().write(42);
            assertThat(socket.getInputStream().read()).isEqualTo(42);
            proxy.cutNow();
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < PATIENCE_SECONDS * 100; i++) {
                                    socket.getOutputStream().write(43);
                                    Thread.sleep(10);
                                }
                            })
                    .isInstanceOf(SocketException.class);
            while (proxy.connections() > 0) {
                Thread.sleep(10);
            }
        }
    }

    @Test
    void aResetIsOneForBoth() throws Exception {
        try (ChaosProxy proxy = proxy(ChaosPlan.of(1));
                Socket socket = connect(proxy)) {
            socket.getOutputStream().write(42);
            assertThat(socket.getInputStream().read()).isEqualTo(42);
            assertThat(proxy.resetNow()).isEqualTo(1);
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessage("Connection reset");
            assertThat(echo.endings().poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isEqualTo("Connection reset");
            assertThat(proxy.counts().of(Fault.RESET)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "RESET"})
    void aPlannedEndComesWhereThePlanSays(Fault fault) throws Exception {
        ChaosPlan plan = ChaosPlan.of(11).once(fault, 20_000);
        long place = new FaultScript(plan, 0, Direction.UP).next().after();
        // The way back ends later, so that only one of them ends anything.
        assertThat(new FaultScript(plan, 0, Direction.DOWN).next().after()).isGreaterThan(place);
        try (ChaosProxy proxy = proxy(plan);
                Socket socket = connect(proxy)) {
            assertThatThrownBy(
                            () -> {
                                while (socket.getInputStream().available() >= 0) {
                                    socket.getOutputStream().write(randomBytes(1_000));
                                    Thread.sleep(1);
                                }
                            })
                    .isInstanceOf(IOException.class);
            assertThat(proxy.counts().bytesUp()).isEqualTo(place);
            assertThat(proxy.counts().of(fault)).isEqualTo(1);
        }
    }

    @Test
    void nothingGoesThroughWhileAllIsStalled() throws Exception {
        try (ChaosProxy proxy = proxy(ChaosPlan.of(1));
                Socket socket = connect(proxy)) {
            proxy.stall(LONG);
            socket.getOutputStream().write(42);
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(proxy.counts().bytes()).isZero();
            proxy.pass();
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            assertThat(socket.getInputStream().read()).isEqualTo(42);
        }
    }

    @Test
    void aStalledConnectionCanBeCut() throws Exception {
        try (ChaosProxy proxy = proxy(ChaosPlan.of(1));
                Socket socket = connect(proxy)) {
            socket.getOutputStream().write(42);
            assertThat(socket.getInputStream().read()).isEqualTo(42);
            proxy.stall(LONG);
            socket.getOutputStream().write(43);
            assertThat(proxy.cutNow()).isEqualTo(1);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void newConnectionsAreRefusedForAWhile() throws Exception {
        try (ChaosProxy proxy = proxy(ChaosPlan.of(1));
                Socket before = connect(proxy)) {
            before.getOutputStream().write(1);
            assertThat(before.getInputStream().read()).isEqualTo(1);
            proxy.refuse(LONG);
            assertThatThrownBy(
                            () -> {
                                try (Socket refused = connect(proxy)) {
                                    refused.getOutputStream().write(1);
                                    assertThat(refused.getInputStream().read()).isEqualTo(-1);
                                }
                            })
                    .isInstanceOf(SocketException.class);
            before.getOutputStream().write(2);
            assertThat(before.getInputStream().read()).isEqualTo(2);
            proxy.pass();
            assertThat(back(proxy, new byte[] {3})).containsExactly(3);
            assertThat(proxy.counts().of(Fault.REFUSE)).isEqualTo(1);
            assertThat(proxy.counts().connections()).isEqualTo(3);
        }
    }

    @Test
    void aBlackHoleTakesConnectionsAndSaysNothing() throws Exception {
        try (ChaosProxy proxy = proxy(ChaosPlan.of(1))) {
            proxy.blackhole(LONG);
            try (Socket socket = connect(proxy)) {
                socket.getOutputStream().write(1);
                socket.setSoTimeout(200);
                assertThatThrownBy(() -> socket.getInputStream().read())
                        .isInstanceOf(SocketTimeoutException.class);
                proxy.pass();
                socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
                assertThatThrownBy(() -> socket.getInputStream().read())
                        .isInstanceOf(SocketException.class)
                        .hasMessage("Connection reset");
            }
            assertThat(proxy.counts().of(Fault.BLACKHOLE)).isEqualTo(1);
            assertThat(proxy.counts().bytes()).isZero();
        }
    }

    @Test
    void thePlanCanRestAndGoOn() throws Exception {
        ChaosPlan plan = ChaosPlan.of(1).once(Fault.REFUSE, 1);
        try (ChaosProxy proxy = proxy(plan)) {
            proxy.pass();
            assertThat(back(proxy, new byte[] {3})).containsExactly(3);
            proxy.followPlan();
            assertThatThrownBy(() -> back(proxy, new byte[] {3})).isInstanceOf(Exception.class);
            assertThat(proxy.counts().of(Fault.REFUSE)).isEqualTo(1);
        }
    }

    @Test
    void whoIsNotThereCannotBeReached() throws Exception {
        try (ChaosProxy proxy = proxy(ChaosPlan.of(1))) {
            echo.close();
            try (Socket socket = connect(proxy)) {
                assertThatThrownBy(() -> socket.getInputStream().read())
                        .isInstanceOf(SocketException.class)
                        .hasMessage("Connection reset");
            }
            assertThat(proxy.counts().cuts()).isZero();
        }
    }
}
