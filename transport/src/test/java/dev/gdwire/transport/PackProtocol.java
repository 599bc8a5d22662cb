package dev.gdwire.transport;

import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.FromGodot;
import dev.gdwire.protocol.FromJava;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.codec.Direct;
import dev.gdwire.protocol.codec.GeneratedProtocol;
import dev.gdwire.protocol.codec.MessageCodec;
import dev.gdwire.protocol.codec.ObjectReader;
import dev.gdwire.protocol.codec.Read;
import dev.gdwire.protocol.codec.ReadNative;
import dev.gdwire.protocol.codec.ReadPacked;
import dev.gdwire.protocol.codec.Write;
import dev.gdwire.protocol.codec.WriteNative;
import dev.gdwire.protocol.codec.WritePacked;
import dev.gdwire.protocol.godot.Bytes;
import dev.gdwire.protocol.json.FieldName;
import dev.gdwire.protocol.json.FieldNames;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.protocol.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One message with packed values, as the generator would write it. */
public final class PackProtocol extends GeneratedProtocol<PackProtocol.Pack> {
    /** The only one. */
    public static final PackProtocol INSTANCE = new PackProtocol();

    private static final FieldNames NAMES = FieldNames.of("floats", "raw", "any");
    private static final FieldName FLOATS_NAME = FieldName.of("floats");
    private static final FieldName RAW_NAME = FieldName.of("raw");
    private static final FieldName ANY_NAME = FieldName.of("any");

    /**
     * A message.
     *
     * @param more properties that have no place of their own
     */
    public record Pack(
            FloatList floats,
            @Nullable Bytes raw,
            @Nullable JsonValue any,
            Map<String, JsonValue> more)
            implements Message, FromJava, FromGodot {}

    private PackProtocol() {
        super(
                new Identity<>("packs", "1.0", "type", "packs", Pack.class),
                List.of(
                        MessageCodec.of(
                                "pack",
                                Pack.class,
                                Sender.BOTH,
                                "pack",
                                PackProtocol::read,
                                PackProtocol::direct,
                                PackProtocol::write)));
    }

    private static Pack read(ObjectReader in) {
        FloatList floats = in.required("floats", ReadPacked::floats);
        Bytes raw = in.optional("raw", ReadNative::bytes);
        JsonValue any = in.optional("any", Read::json);
        return new Pack(floats, raw, any, in.others(Read::json));
    }

    private static Pack direct(JsonInput in) {
        FloatList floats = null;
        Bytes raw = null;
        JsonValue any = null;
        Map<String, JsonValue> more = new LinkedHashMap<>();
        long seen = 0;
        int next = 0;
        int unknown = in.remembered();
        in.object();
        while (in.member()) {
            next = in.name(NAMES, next);
            switch (next) {
                case 0 -> floats = in.packedFloats();
                case 1 -> raw = in.bytes();
                case 2 -> any = Direct.json(in);
                case FieldNames.OF_THE_WIRE -> in.skip();
                default -> Direct.other(in, more, Direct::json);
            }
            seen = JsonInput.once(seen, next++);
        }
        in.forget(unknown);
        JsonInput.all(seen, 0x1L);
        return new Pack(floats, raw, any, more);
    }

    private static void write(Pack value, JsonWriter out) {
        out.field(FLOATS_NAME, value.floats(), WritePacked::floats);
        out.optional(RAW_NAME, value.raw(), WriteNative::bytes);
        out.optional(ANY_NAME, value.any(), Write::json);
        out.others(value.more(), Write::json);
    }

    /** The same, read from trees alone. */
    static final class OfTrees implements Protocol<Pack> {
        @Override
        public String name() {
            return INSTANCE.name();
        }

        @Override
        public String version() {
            return INSTANCE.version();
        }

        @Override
        public String fingerprint() {
            return INSTANCE.fingerprint();
        }

        @Override
        public String discriminator() {
            return INSTANCE.discriminator();
        }

        @Override
        public Class<Pack> root() {
            return INSTANCE.root();
        }

        @Override
        public List<MessageType<? extends Pack>> messages() {
            return INSTANCE.messages();
        }

        @Override
        public byte[] encode(Pack message) {
            return INSTANCE.encode(message);
        }

        @Override
        public Pack decode(byte[] json) {
            return INSTANCE.decode(json);
        }

        @Override
        public Pack decode(JsonNode object) {
            return INSTANCE.decode(object);
        }

        @Override
        public String tag(Pack message) {
            return INSTANCE.tag(message);
        }
    }
}
