package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The numbers of connections as managed beans. */
@Timeout(120)
class JmxTest {
    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(beans("*")).isEmpty();
        Threads.assertNoneIsLeft();
    }

    private static Set<ObjectName> beans(String name) throws Exception {
        return BEANS.queryNames(
                new ObjectName("dev.gdwire:type=Connection,name=" + name + ",*"), null);
    }

    @Test
    void aHundredConnectionsComeAndGo() throws Exception {
        int many = 100;
        List<GodotClient<Toy>> clients = new ArrayList<>();
        // One game takes 64.
        try (SimulatedGame game = ToyGames.echo().listen(0);
                SimulatedGame other = ToyGames.echo().listen(0)) {
            for (int i = 0; i < many; i++) {
                clients.add(
                        GodotClient.builder(ToyProtocol.TOY)
                                .jmx("arena")
                                .connect("127.0.0.1", (i % 2 == 0 ? game : other).port()));
            }
            assertThat(beans("arena")).hasSize(many);
            for (ObjectName bean : beans("arena")) {
                String peer = (String) BEANS.getAttribute(bean, "Peer");
                assertThat(peer).isIn("127.0.0.1:" + game.port(), "127.0.0.1:" + other.port());
                assertThat(bean.getKeyProperty("peer")).isEqualTo(ObjectName.quote(peer));
                assertThat((long) BEANS.getAttribute(bean, "BytesIn")).isPositive();
            }
            clients.get(0).close();
            assertThat(beans("arena")).hasSize(many - 1);
            for (GodotClient<Toy> client : clients) {
                client.close();
            }
        }
        assertThat(beans("arena")).isEmpty();
    }

    @Test
    void everyNumberCanBeReadAndAPingBeSent() throws Exception {
        try (SimulatedGame game = ToyGames.echo().listen(0);
                GodotClient<Toy> client =
                        GodotClient.builder(ToyProtocol.TOY)
                                .jmx("a name, with \"odd\" characters")
                                .connect("127.0.0.1", game.port())) {
            ObjectName bean = beans("*").iterator().next();
            while (client.stats().roundTrip().isEmpty()) {
                Thread.sleep(1);
            }
            assertThat((Long) BEANS.getAttribute(bean, "RoundTripNanos")).isPositive();
            long before = client.stats().messagesOut();
            BEANS.invoke(bean, "ping", new Object[0], new String[0]);
            assertThat(client.stats().messagesOut()).isGreaterThan(before);
            for (var attribute : BEANS.getMBeanInfo(bean).getAttributes()) {
                assertThat(BEANS.getAttribute(bean, attribute.getName()))
                        .as(attribute.getName())
                        .isNotNull();
            }
            assertThat(BEANS.getAttribute(bean, "OpenSince"))
                    .isEqualTo(client.stats().openSince().orElseThrow().toString());
            assertThat(BEANS.getMBeanInfo(bean).getAttributes()).hasSize(14);
        }
    }

    @Test
    void aServersPeersAreBeansToo() throws Exception {
        try (GodotServer server = GodotServer.builder().allowPlain().jmx("server").listen(0)) {
            try (PlainClient client = PlainClient.connect("127.0.0.1", server.port())) {
                client.send(java.util.Map.of("n", 1));
                while (beans("server").isEmpty()) {
                    Thread.sleep(1);
                }
                ObjectName bean = beans("server").iterator().next();
                assertThat(BEANS.getAttribute(bean, "RoundTripNanos")).isNull();
            }
            while (!beans("server").isEmpty()) {
                Thread.sleep(1);
            }
        }
    }
}
