package dev.gdwire.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who may stay: by examples, and held to a model that counts everything anew each time. */
class PeerAdmissionTest {
    private static final int ADDRESSES = 4;

    /** Something that happens to the server. */
    private record Step(Kind kind, int number) {}

    private enum Kind {
        ARRIVE,
        GREET,
        OVER,
        LEAVE
    }

    @Property(tries = 1000)
    void admissionDoesWhatItsModelDoes(
            @ForAll("limits") PeerLimits limits, @ForAll("steps") List<Step> steps) {
        PeerAdmission admission = new PeerAdmission(limits);
        Model model = new Model(limits);
        for (Step step : steps) {
            if (step.kind() == Kind.ARRIVE) {
                model.arrive(admission, step.number() % ADDRESSES);
            } else if (!model.all.isEmpty()) {
                model.act(step.kind(), model.all.get(step.number() % model.all.size()));
            }
            assertThat(admission.handshakes()).isEqualTo(model.waiting().size());
            assertThat(admission.peers()).isEqualTo(model.peers().size());
            assertThat(admission.handshakes()).isLessThanOrEqualTo(limits.handshakes());
            assertThat(admission.peers()).isLessThanOrEqualTo(limits.peers());
        }
        model.all.forEach(entry -> entry.guest.leave());
        assertThat(admission.handshakes()).isZero();
        assertThat(admission.peers()).isZero();
    }

    @Provide
    Arbitrary<PeerLimits> limits() {
        Arbitrary<Integer> few = Arbitraries.integers().between(1, 5);
        return Combinators.combine(few, few, few).as(PeerLimits::new);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Kind> kinds =
                Arbitraries.of(Kind.ARRIVE, Kind.ARRIVE, Kind.GREET, Kind.OVER, Kind.LEAVE);
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    private enum State {
        WAITS,
        REFUSED,
        PEER,
        GONE
    }

    private static final class Entry {
        private final PeerAdmission.Guest guest;
        private final int address;
        private State state = State.WAITS;

        Entry(PeerAdmission.Guest guest, int address) {
            this.guest = guest;
            this.address = address;
        }

        boolean isWaiting() {
            return state == State.WAITS || state == State.REFUSED;
        }
    }

    /** A list of all that ever came, the oldest first. */
    private static final class Model {
        private final PeerLimits limits;
        private final List<Entry> all = new ArrayList<>();

        Model(PeerLimits limits) {
            this.limits = limits;
        }

        List<Entry> waiting() {
            return all.stream().filter(Entry::isWaiting).toList();
        }

        List<Entry> peers() {
            return all.stream().filter(entry -> entry.state == State.PEER).toList();
        }

        void arrive(PeerAdmission admission, int address) {
            Entry entry = new Entry(admission.guest(address(address)), address);
            all.add(entry);
            Optional<PeerAdmission.Guest> dropped = admission.arrive(entry.guest);
            Optional<Entry> expected = tooMany();
            assertThat(dropped).isEqualTo(expected.map(victim -> victim.guest));
            expected.ifPresent(victim -> victim.state = State.GONE);
        }

        private Optional<Entry> tooMany() {
            List<Entry> waiting = waiting();
            if (waiting.size() <= limits.handshakes()) {
                return Optional.empty();
            }
            Map<Integer, Long> counts =
                    waiting.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            entry -> entry.address, Collectors.counting()));
            long most = counts.values().stream().max(Comparator.naturalOrder()).orElseThrow();
            return waiting.stream().filter(entry -> counts.get(entry.address) == most).findFirst();
        }

        void act(Kind kind, Entry entry) {
            switch (kind) {
                case GREET -> greet(entry);
                case OVER -> {
                    entry.guest.over();
                    entry.state = entry.state == State.PEER ? State.GONE : entry.state;
                }
                default -> {
                    entry.guest.leave();
                    entry.state = State.GONE;
                }
            }
        }

        private void greet(Entry entry) {
            if (entry.state == State.PEER || entry.state == State.REFUSED) {
                // Each greets once.
                return;
            }
            boolean full = peers().size() >= limits.peers();
            boolean fullOfIts =
                    peers().stream().filter(peer -> peer.address == entry.address).count()
                            >= limits.perAddress();
            String refusal = entry.guest.refusal();
            if (entry.state == State.GONE) {
                assertThat(refusal).contains("was given up").contains("maxHandshakes");
            } else if (full) {
                assertThat(refusal).contains("(maxPeers)");
                entry.state = State.REFUSED;
            } else if (fullOfIts) {
                assertThat(refusal).contains("(maxPeersPerAddress)");
                entry.state = State.REFUSED;
            } else {
                assertThat(refusal).isNull();
                entry.state = State.PEER;
            }
        }
    }

    private static InetAddress address(int number) {
        return address("10.0.0." + number);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Example
    void oneAddressWithTenThousandHandshakesKeepsNobodyElseOut() {
        PeerAdmission admission = new PeerAdmission(PeerLimits.DEFAULT);
        PeerAdmission.Guest honest = admission.guest(address(1));
        admission.arrive(honest);
        for (int i = 0; i < 10_000; i++) {
            PeerAdmission.Guest silent = admission.guest(address(2));
            assertThat(admission.arrive(silent)).isNotEqualTo(Optional.of(honest));
        }
        assertThat(admission.handshakes()).isEqualTo(64);
        assertThat(admission.dropped()).isEqualTo(10_001 - 64);
        assertThat(honest.refusal()).isNull();
    }

    @Example
    void manyAddressesOfOneBlockCountAsOne() {
        assertThat(PeerAdmission.origin(address("2001:db8:1:2:3::1")))
                .isEqualTo(PeerAdmission.origin(address("2001:db8:1:2:4::9")))
                .isNotEqualTo(PeerAdmission.origin(address("2001:db8:1:3:3::1")));
        assertThat(PeerAdmission.origin(address("fe80::1")))
                .isNotEqualTo(PeerAdmission.origin(address("fe80::2")));
        assertThat(PeerAdmission.origin(address("10.0.0.1")))
                .isNotEqualTo(PeerAdmission.origin(address("10.0.0.2")))
                .isEqualTo(PeerAdmission.origin(address("10.0.0.1")));
    }

    @Example
    void limitsAreAtLeastOne() {
        assertThatThrownBy(() -> PeerLimits.DEFAULT.withHandshakes(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Limits are at least 1: peers 64, per address 2147483647, handshakes 0");
    }
}
