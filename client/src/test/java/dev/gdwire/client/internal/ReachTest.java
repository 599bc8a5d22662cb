package dev.gdwire.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.transport.ConnectException;
import dev.gdwire.transport.ListenException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
    @Test
    void loopbackIsWhatNoOtherMachineReaches() throws UnknownHostException {
        for (String host :
                List.of("127.0.0.1", "127.9.8.7", "::1", "localhost", "::ffff:127.0.0.1")) {
            String bound = Reach.THIS_MACHINE.toListen(host);
            assertThat(InetAddress.getByName(bound).isLoopbackAddress()).as(host).isTrue();
            assertThat(bound).as("an address, not a name").matches("[0-9.:]+");
            assertThat(Reach.THIS_MACHINE.toConnect(host)).isEqualTo(bound);
        }
    }

    @Test
    void otherAddressesAreRefusedWithTheWaysOut() {
        String ways =
                ": give both sides a token (token(...)), use TLS (tls(...)), or say insecure() to"
                        + " do without";
        for (String host : List.of("0.0.0.0", "::", "192.0.2.1", "2001:db8::1", "128.0.0.1")) {
            assertThatThrownBy(() -> Reach.THIS_MACHINE.toListen(host))
                    .isInstanceOf(ListenException.class)
                    .hasMessage(
                            "other machines can reach "
                                    + host
                                    + ", and nothing keeps strangers out"
                                    + ways);
            assertThatThrownBy(() -> Reach.THIS_MACHINE.toConnect(host))
                    .isInstanceOf(ConnectException.class)
                    .hasMessage(
                            host
                                    + " is not this machine, and nothing shows who answers there or"
                                    + " hides what is said"
                                    + ways);
            assertThat(Reach.ANYWHERE.toListen(host)).isEqualTo(host);
            assertThat(Reach.ANYWHERE.toConnect(host)).isEqualTo(host);
        }
    }

    @Test
    void hostsThatThereAreNotAreSaidToBe() {
        assertThatThrownBy(() -> Reach.THIS_MACHINE.toListen("no.such.host.invalid"))
                .isInstanceOf(ListenException.class)
                .hasMessage("There is no host named no.such.host.invalid: check the name.");
        assertThatThrownBy(() -> Reach.THIS_MACHINE.toConnect("no.such.host.invalid"))
                .isInstanceOf(ConnectException.class)
                .hasMessage("There is no host named no.such.host.invalid: check the name.");
    }
}
