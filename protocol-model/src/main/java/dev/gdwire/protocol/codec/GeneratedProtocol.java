package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.json.FieldName;
import dev.gdwire.protocol.json.FieldNames;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.protocol.json.Miss;
import dev.gdwire.protocol.json.WireNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What all generated protocols do in the same way.
 *
 * @param <M> the sealed root of the set's messages
 */
public abstract class GeneratedProtocol<M extends Message> implements Protocol<M> {
    private final Identity<M> identity;
    private final List<MessageType<? extends M>> messages;
    private final Map<String, MessageCodec<? extends M>> byTag = new HashMap<>();
    private final Map<Class<?>, Tagged<? extends M>> byType = new HashMap<>();

    private final FieldNames discriminatorName;
    private final WireNames wireNames;
    private final FieldNames tags;
    private final Function<JsonInput, Integer> tagReader;
    private final LikelyTag unordered = new LikelyTag();
    private final Tagged<? extends M>[] byIndex;

    /**
     * Who the protocol is.
     *
     * @param name name of the schema set
     * @param version its version
     * @param discriminator name of the property that holds a message's tag
     * @param fingerprint digest of all its messages
     * @param root the sealed root of its messages
     * @param <M> the sealed root of its messages
     */
    public record Identity<M extends Message>(
            String name, String version, String discriminator, String fingerprint, Class<M> root) {}

    /** A protocol of these messages, sorted by tag. */
    protected GeneratedProtocol(Identity<M> identity, List<MessageCodec<? extends M>> codecs) {
        this.identity = identity;
        // Without streams: a program waits for this before its first message.
        List<MessageType<? extends M>> types = new ArrayList<>(codecs.size());
        String[] words = new String[codecs.size()];
        this.byIndex = newArray(codecs.size());
        for (MessageCodec<? extends M> codec : codecs) {
            words[types.size()] = codec.type().tag();
            types.add(codec.type());
            byTag.put(codec.type().tag(), codec);
            Tagged<? extends M> tagged = Tagged.of(codec, identity.discriminator());
            byType.put(codec.type().type(), tagged);
            byIndex[types.size() - 1] = tagged;
        }
        this.messages = List.copyOf(types);
        this.tags = FieldNames.of(words);
        this.discriminatorName = FieldNames.of(identity.discriminator());
        this.wireNames = WireNames.of(identity.discriminator());
        this.tagReader = in -> in.word(tags);
    }

    @SuppressWarnings("unchecked")
    private static <M extends Message> Tagged<? extends M>[] newArray(int size) {
        return (Tagged<? extends M>[]) new Tagged<?>[size];
    }

    @Override
    public final String name() {
        return identity.name();
    }

    @Override
    public final String version() {
        return identity.version();
    }

    @Override
    public final String fingerprint() {
        return identity.fingerprint();
    }

    @Override
    public final String discriminator() {
        return identity.discriminator();
    }

    @Override
    public final Class<M> root() {
        return identity.root();
    }

    @Override
    public final List<MessageType<? extends M>> messages() {
        return messages;
    }

    @Override
    public final String tag(M message) {
        return tagged(message).codec().type().tag();
    }

    @Override
    public final byte[] encode(M message) {
        JsonOutput out = new JsonOutput();
        encode(message, out);
        return out.toByteArray();
    }

    @Override
    public final void encode(M message, JsonOutput out) {
        Tagged<M> tagged = tagged(message);
        int start = out.start();
        try {
            if (!tagged.codec().writesTag()) {
                out.name(tagged.tag());
            }
            tagged.codec().writer().write(message, out);
            out.endObject(start);
        } catch (RuntimeException fault) {
            out.giveUp(start);
            throw fault;
        }
    }

    @Override
    public final M decode(byte[] json) {
        M message = decodeUsual(json, 0, json.length, new JsonInput());
        return message == null ? decode(JsonParser.parse(json)) : message;
    }

    @Override
    public final @Nullable M decodeUsual(byte[] bytes, int from, int to, JsonInput in) {
        in.start(bytes, from, to, wireNames);
        try {
            int tag = in.lastTag(tags);
            if (tag == FieldNames.NONE || !in.startsWith(byIndex[tag].tag())) {
                tag = in.firstTag(discriminatorName, tags);
            }
            if (tag == FieldNames.NONE) {
                return decodeUnordered(bytes, from, to, in);
            }
            Tagged<? extends M> tagged = byIndex[tag];
            if (!tagged.codec().writesTag()) {
                in.leaveOutTag();
            }
            return read(tagged, in);
        } catch (Miss | InvalidValueException given) {
            return null;
        }
    }

    private M read(Tagged<? extends M> tagged, JsonInput in) {
        M message = tagged.codec().direct().read(in);
        in.finish();
        return message;
    }

    /** A message whose tag does not stand first. It is likely to be of the same kind as others. */
    private M decodeUnordered(byte[] bytes, int from, int to, JsonInput in) {
        int guess = unordered.guess();
        M guessed = guess == FieldNames.NONE ? null : decodeAs(guess, in);
        if (guessed != null) {
            return guessed;
        }
        in.start(bytes, from, to, wireNames);
        int tag = in.find(discriminatorName, tagReader);
        Tagged<? extends M> tagged = byIndex[tag];
        if (!tagged.codec().writesTag()) {
            unordered.found(tag);
        }
        return read(tagged, in);
    }

    private @Nullable M decodeAs(int tag, JsonInput in) {
        try {
            M message = read(byIndex[tag], in);
            return in.hasTag(tags, tag) ? message : null;
        } catch (Miss | InvalidValueException other) {
            return null;
        }
    }

    @Override
    public final M decode(JsonNode object) {
        try {
            ObjectReader in = ObjectReader.ofMessage(Depth.mark(object), discriminator());
            return codec(object).reader().apply(in);
        } catch (InvalidValueException fault) {
            throw Words.asDecodeException(fault);
        }
    }

    private MessageCodec<? extends M> codec(JsonNode object) {
        JsonNode tag = object.get(discriminator());
        if (tag == null) {
            throw Check.fault(Words.member(discriminator()), "a value", "nothing");
        }
        if (!tag.isString()) {
            throw Check.fault(Words.member(discriminator()), "string", Words.kind(tag));
        }
        MessageCodec<? extends M> codec = byTag.get(tag.stringValue());
        if (codec == null) {
            String actual = Words.quote(tag.stringValue());
            throw Check.fault(Words.member(discriminator()), "a known tag", actual);
        }
        return codec;
    }

    @SuppressWarnings("unchecked")
    private Tagged<M> tagged(M message) {
        @Nullable Tagged<? extends M> tagged = byType.get(message.getClass());
        if (tagged == null) {
            throw new IllegalArgumentException(
                    message.getClass().getName() + " is no message of " + name());
        }
        // A codec stands under the class of the messages that it writes.
        return (Tagged<M>) tagged;
    }

    /** A codec with the tag of its messages as it is written. */
    private record Tagged<T extends Message>(MessageCodec<T> codec, FieldName tag) {
        static <T extends Message> Tagged<T> of(MessageCodec<T> codec, String discriminator) {
            return new Tagged<>(codec, FieldName.withText(discriminator, codec.type().tag()));
        }
    }
}
