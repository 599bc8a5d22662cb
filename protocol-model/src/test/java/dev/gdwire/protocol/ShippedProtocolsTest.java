package dev.gdwire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.core.CoreMessage;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.core.Error;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.Hello;
import dev.gdwire.protocol.core.Offer;
import dev.gdwire.protocol.core.Ping;
import dev.gdwire.protocol.core.Reject;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.protocol.rl.AgentAction;
import dev.gdwire.protocol.rl.Observation;
import dev.gdwire.protocol.rl.RlProtocol;
import dev.gdwire.protocol.rl.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedProtocolsTest {
    static Stream<CoreMessage> messages() {
        return Stream.of(
                Hello.of(1, "test", List.of(new Offer("a", "1.0", "f")), List.of("x"), 1024),
                new Reject(RejectCode.NO_COMMON_PROTOCOL, "none"),
                new Error(ErrorCode.MALFORMED, "bad", null),
                Error.of(ErrorCode.MALFORMED, "bad").withPath("$.a"),
                Ping.builder().nonce(7).build());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void coreMessagesComeBack(CoreMessage message) {
        byte[] json = CoreProtocol.INSTANCE.encode(message);
        assertThat(CoreProtocol.INSTANCE.decode(json)).isEqualTo(message);
    }

    @Test
    void theDiscriminatorIsFirst() {
        assertThat(new String(CoreProtocol.INSTANCE.encode(new Ping(1)), StandardCharsets.UTF_8))
                .isEqualTo("{\"gdwire\":\"ping\",\"nonce\":1}");
    }

    @Test
    void theServiceLoaderFindsThem() {
        List<String> names = new ArrayList<>();
        for (Protocol<?> protocol : ServiceLoader.load(Protocol.class)) {
            names.add(protocol.name());
        }
        assertThat(names).containsExactlyInAnyOrder("core", "rl");
    }

    @Test
    void theRegistryKnowsItsMessages() {
        assertThat(RlProtocol.INSTANCE.messages())
                .extracting(MessageType::tag)
                .isSorted()
                .contains("step", "observation");
        assertThat(RlProtocol.INSTANCE.messages())
                .filteredOn(type -> type.type() == Step.class)
                .singleElement()
                .satisfies(step -> assertThat(step.replyTag()).contains("observation"))
                .satisfies(step -> assertThat(step.sender()).isEqualTo(Sender.JAVA));
        Request<Observation> request = Step.of(List.of(new AgentAction(FloatList.of(1))));
        assertThat(request).isInstanceOf(FromJava.class).isNotInstanceOf(FromGodot.class);
    }

    @Test
    void aRecordThatExistsIsValid() {
        assertThatThrownBy(() -> new Step(List.of(), null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("actions: expected at least 1 items, got 0 items");
        assertThatThrownBy(() -> new Ping(1L << 53))
                .hasMessage("nonce: expected integer within +-(2^53-1), got integer");
        assertThatThrownBy(() -> Ping.builder().build())
                .hasMessage("nonce: expected a value, got nothing");
        assertThatThrownBy(() -> new Offer("a", "1", "f"))
                .hasMessage("version: expected text that matches ^[0-9]+\\.[0-9]+$, got \"1\"");
    }

    @Property
    void anyTextComesBackOnOneLine(@ForAll String text) {
        String whole = text.replaceAll("[\\ud800-\\udfff]", "?");
        Error message = Error.of(ErrorCode.MALFORMED, whole);
        byte[] json = CoreProtocol.INSTANCE.encode(message);
        assertThat(json).doesNotContain((byte) 10, (byte) 13);
        assertThat(CoreProtocol.INSTANCE.decode(json)).isEqualTo(message);
    }

    @Property
    void anyNumbersComeBack(@ForAll float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.isFinite(numbers[i]) ? numbers[i] : 0;
        }
        Step step = Step.of(List.of(new AgentAction(FloatList.of(numbers))));
        assertThat(RlProtocol.INSTANCE.decode(RlProtocol.INSTANCE.encode(step))).isEqualTo(step);
    }

    @Property
    void anyBytesAreAMessageOrAnErrorWithAPlace(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> CoreProtocol.INSTANCE.decode(bytes))
                .isInstanceOf(DecodeException.class)
                .hasMessageStartingWith("$");
    }
}
