package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.ConnectException;
import dev.gdwire.transport.ListenException;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.RejectedException;
import dev.gdwire.transport.Token;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What keeps strangers out unless a user says otherwise, over real sockets. */
@Timeout(60)
class SafeByDefaultTest {
    private static final String SECRET = "a token of the tests, 0123456789";
    private static final Token TOKEN = Token.of(SECRET);
    private static final Token OTHER = Token.of("another token of the tests");
    private static final String ALL = "0.0.0.0";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    @Test
    void aServerOfThisMachineOnlyUnlessItIsProtectedOrSaidToBeInsecure() {
        ServerBuilder open = GodotServer.builder(ToyProtocol.TOY).host(ALL);
        assertThatThrownBy(() -> open.listen(0))
                .isInstanceOf(ListenException.class)
                .hasMessageContaining("token(...)")
                .hasMessageContaining("tls(...)")
                .hasMessageContaining("insecure()");
        assertReached(builder -> builder.token(TOKEN), builder -> builder.token(TOKEN));
        assertReached(ServerBuilder::insecure, ClientBuilder::insecure);
    }

    private static void assertReached(
            UnaryOperator<ServerBuilder> protectedServer,
            UnaryOperator<ClientBuilder<Toy>> protectedClient) {
        ServerBuilder builder =
                GodotServer.builder(ToyProtocol.TOY).host(ALL).onProblem(problem -> {});
        try (GodotServer server = protectedServer.apply(builder).listen(0)) {
            ClientBuilder<Toy> client = GodotClient.builder(ToyProtocol.TOY);
            assertThatThrownBy(() -> client.connect(ALL, server.port()))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("token(...)")
                    .hasMessageContaining("tls(...)")
                    .hasMessageContaining("insecure()");
            assertThat(server.peers()).isEmpty();
            try (GodotClient<Toy> reached =
                    protectedClient.apply(client).connect(ALL, server.port())) {
                assertThat(reached.peer().protocols()).containsExactly(ToyProtocol.TOY);
            }
        }
    }

    @Test
    void aPlainClientOfThisMachineOnlyUnlessItIsSaidToBeInsecure() {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        try (GodotServer server =
                GodotServer.builder()
                        .allowPlain()
                        .host(ALL)
                        .insecure()
                        .onPlain((object, peer) -> peer.sendPlain(object))
                        .onClose((reason, peer) -> said.add(reason.text()))
                        .listen(0)) {
            assertThatThrownBy(() -> PlainClient.connect(ALL, server.port()))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("insecure()");
            try (PlainClient client =
                    PlainClient.builder().insecure().connect(ALL, server.port())) {
                client.send(Map.of("n", 1));
                assertThat(client.receive(LIMIT).orElseThrow()).hasToString("{\"n\":1}");
            }
        }
        assertThat(said).hasSize(1);
    }

    @Test
    void gameAndClientWithTheSameTokenTalkOnEitherDriver() {
        try (SimulatedGame game = ToyGames.echo().token(TOKEN).listen(0);
                GodotClient<Toy> client =
                        GodotClient.builder(ToyProtocol.TOY)
                                .token(Token.of(SECRET))
                                .connect("127.0.0.1", game.port())) {
            assertThat(client.call(new Toy.Ask(1), LIMIT)).isEqualTo(new Toy.Answer(2));
        }
        try (GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY)
                                .token(TOKEN)
                                .sharedThreads(1)
                                .listen(0);
                GodotClient<Toy> client =
                        GodotClient.builder(ToyProtocol.TOY)
                                .token(TOKEN)
                                .connect("localhost", server.port())) {
            assertThat(client.peer().library()).startsWith("gdwire-java");
        }
    }

    @Test
    void anotherTokenOrNoneIsRefusedAndNobodySaysTheToken() throws InterruptedException {
        BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
        BlockingQueue<CloseReason> ends = new LinkedBlockingQueue<>();
        try (GodotServer server =
                GodotServer.builder(ToyProtocol.TOY)
                        .token(TOKEN)
                        .onProblem(problems::add)
                        .onClose((reason, peer) -> ends.add(reason))
                        .listen(0)) {
            String another = "the peers do not have the same token: give both the same";
            assertRefused(builder -> builder.token(OTHER), server.port(), another);
            assertThat(problems.take().text()).isEqualTo("a peer was refused: " + another);
            String none =
                    "this side asks for a token, and the peer that connected has none: give it the"
                            + " same token";
            assertRefused(builder -> builder, server.port(), none);
            assertThat(problems.take().text()).isEqualTo("a peer was refused: " + none);
            assertThat(server.peers()).isEmpty();
            assertThat(server.toString() + server.peers() + ends).doesNotContain(SECRET);
        }
        try (SimulatedGame game = ToyGames.echo().onProblem(problems::add).listen(0)) {
            assertRefused(
                    builder -> builder.token(TOKEN),
                    game.port(),
                    "the peer that listens asked for no proof of the token: give it the same token,"
                            + " or check the port");
        }
        assertThat(problems.toString()).doesNotContain(SECRET);
    }

    private static void assertRefused(
            UnaryOperator<ClientBuilder<Toy>> with, int port, String text) {
        ClientBuilder<Toy> builder = with.apply(GodotClient.builder(ToyProtocol.TOY));
        assertThatThrownBy(() -> builder.connect("127.0.0.1", port))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.code()).isEqualTo(RejectCode.UNAUTHORIZED))
                .hasMessageEndingWith(text)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aTokenAndPlainPeersAreRefusedAsASetting() {
        assertThatThrownBy(() -> GodotServer.builder().allowPlain().token(TOKEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A plain peer has no way to prove that it has a token");
        assertThatThrownBy(() -> GodotServer.builder().token(TOKEN).allowPlain())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlainClient.builder().token(TOKEN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
