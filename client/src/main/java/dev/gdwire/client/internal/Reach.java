package dev.gdwire.client.internal;

import dev.gdwire.transport.ConnectException;
import dev.gdwire.transport.ListenException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** How far the connections of a builder may go, and whether an address is within that. */
public enum Reach {
    /** Loopback addresses only: programs of this machine. */
    THIS_MACHINE,
    /** Any address: something keeps strangers out, or the user takes everybody. */
    ANYWHERE;

    private static final String WAYS_OUT =
            ": give both sides a token (token(...)), use TLS (tls(...)), or say insecure() to do"
                    + " without";

    /**
     * The address to listen on; what was checked is what is bound.
     *
     * @throws ListenException if it is out of reach, or there is no such host
     */
    public String toListen(String host) {
        try {
            return within(host)
                    .orElseThrow(
                            () ->
                                    new ListenException(
                                            "other machines can reach "
                                                    + host
                                                    + ", and nothing keeps strangers out"
                                                    + WAYS_OUT));
        } catch (UnknownHostException e) {
            throw new ListenException(unknown(host), e);
        }
    }

    /**
     * The address to connect to; what was checked is what is used, whatever the name means later.
     *
     * @throws ConnectException if it is out of reach, or there is no such host
     */
    public String toConnect(String host) {
        try {
            return within(host)
                    .orElseThrow(
                            () ->
                                    new ConnectException(
                                            host
                                                    + " is not this machine, and nothing shows who"
                                                    + " answers there or hides what is said"
                                                    + WAYS_OUT));
        } catch (UnknownHostException e) {
            throw new ConnectException(unknown(host), e);
        }
    }

    private Optional<String> within(String host) throws UnknownHostException {
        if (this == ANYWHERE) {
            return Optional.of(host);
        }
        InetAddress address = InetAddress.getByName(host);
        return address.isLoopbackAddress()
                ? Optional.of(address.getHostAddress())
                : Optional.empty();
    }

    private static String unknown(String host) {
        return "There is no host named " + host + ": check the name.";
    }
}
