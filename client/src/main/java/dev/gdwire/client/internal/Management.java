package dev.gdwire.client.internal;

import dev.gdwire.client.ConnectionMXBean;
import dev.gdwire.protocol.GdwireException;
import dev.gdwire.transport.ConnectionStats;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.function.Supplier;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/** A connection as a managed bean. The only class that needs the module {@code java.management}. */
public final class Management {
    private static final String NEEDED = "javax.management.MBeanServer";

    private final ObjectName name;

    private Management(ObjectName name) {
        this.name = name;
    }

    /**
     * Makes sure that there are managed beans.
     *
     * @throws GdwireException if not
     */
    public static void require() {
        require(Management.class.getClassLoader());
    }

    static void require(@Nullable ClassLoader loader) {
        try {
            Class.forName(NEEDED, false, loader);
        } catch (ClassNotFoundException e) {
            throw new GdwireException(
                    "jmx needs the module java.management, which this program runs without: start"
                            + " it with --add-modules java.management, or link it into the run time"
                            + " image.",
                    e);
        }
    }

    /**
     * Registers a connection.
     *
     * @throws GdwireException if that cannot be
     */
    static Management register(
            String name, String peer, Supplier<ConnectionStats> stats, Runnable ping) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        String start =
                "dev.gdwire:type=Connection,name=%s,peer=%s"
                        .formatted(quoted(name), ObjectName.quote(peer));
        StandardMBean bean =
                new StandardMBean(new Bean(peer, stats, ping), ConnectionMXBean.class, true);
        try {
            for (int number = 1; ; number++) {
                ObjectName next = new ObjectName(number == 1 ? start : start + ",number=" + number);
                if (isRegistered(server, bean, next)) {
                    return new Management(next);
                }
            }
        } catch (JMException e) {
            throw new GdwireException("no managed bean " + start + ": " + e.getMessage(), e);
        }
    }

    /** Quoted only where a name could not stand otherwise: most can. */
    private static String quoted(String name) {
        return name.matches("[\\w.\\- ]+") ? name : ObjectName.quote(name);
    }

    private static boolean isRegistered(MBeanServer server, StandardMBean bean, ObjectName name)
            throws JMException {
        try {
            server.registerMBean(bean, name);
            return true;
        } catch (InstanceAlreadyExistsException e) {
            return false;
        }
    }

    /** Removes it. */
    void unregister() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            // Somebody else has removed it.
        } catch (JMException e) {
            throw new GdwireException("cannot remove " + name + ": " + e.getMessage(), e);
        }
    }

    private record Bean(String peer, Supplier<ConnectionStats> stats, Runnable pinger)
            implements ConnectionMXBean {
        @Override
        public String getPeer() {
            return peer;
        }

        @Override
        public long getBytesIn() {
            return stats.get().bytesIn();
        }

        @Override
        public long getBytesOut() {
            return stats.get().bytesOut();
        }

        @Override
        public long getMessagesIn() {
            return stats.get().messagesIn();
        }

        @Override
        public long getMessagesOut() {
            return stats.get().messagesOut();
        }

        @Override
        public long getQueuedBytes() {
            return stats.get().queuedBytes();
        }

        @Override
        public long getWaitingMessages() {
            return stats.get().waitingMessages();
        }

        @Override
        public long getDroppedMessages() {
            return stats.get().droppedMessages();
        }

        @Override
        public long getWaitingRequests() {
            return stats.get().waitingRequests();
        }

        @Override
        public long getOpenRequests() {
            return stats.get().openRequests();
        }

        @Override
        public long getProblems() {
            return stats.get().problems();
        }

        @Override
        public @Nullable Long getRoundTripNanos() {
            var roundTrip = stats.get().roundTrip();
            return roundTrip.isPresent() ? roundTrip.getAsLong() : null;
        }

        @Override
        public long getReconnects() {
            return stats.get().reconnects();
        }

        @Override
        public String getOpenSince() {
            return stats.get().openSince().map(Instant::toString).orElse("");
        }

        @Override
        public void ping() {
            pinger.run();
        }
    }
}
