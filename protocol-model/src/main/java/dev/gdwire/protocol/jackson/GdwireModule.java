package dev.gdwire.protocol.jackson;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import tools.jackson.core.Version;
import tools.jackson.databind.JacksonModule;

/**
 * Puts the codec of a protocol behind a mapper of Jackson 3: wherever the mapper meets a message,
 * alone or in a class, list or map of the user's, it reads what {@link Protocol#decode(byte[])}
 * reads and writes what {@link Protocol#encode(Message)} writes.
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(GdwireModule.of(ArenaProtocol.INSTANCE)).build();
 * ArenaMessage message = mapper.readValue(json, ArenaMessage.class);
 * }</pre>
 *
 * <p><b>Types.</b> It serves the root of the protocol's messages and everything that is one: the
 * interfaces of one side, such as {@code ArenaFromJava}, and each record. Where a record is asked
 * for, the discriminator may be absent; if it is there it must be the record's. Types that are no
 * messages, such as records inside of them, are read and written by Jackson with their annotations
 * if they stand alone; so is what surrounds a message, and a message that is a part of such a
 * record has no discriminator.
 *
 * <p><b>Writing.</b> The discriminator is written, and first, wherever the message stands, in lists
 * of no declared type too, unless Jackson tells types apart in a way of its own there (default
 * typing, a tag beside the message). Where JSON is written without a pretty printer and without
 * escapes of the user's, it is what {@code encode} gives, byte for byte. A pretty printer, escapes,
 * other formats and trees get the same members in the same order, with Jackson's spelling of
 * numbers and text.
 *
 * <p><b>Reading.</b> What the codec refuses is a {@link
 * tools.jackson.databind.exc.MismatchedInputException} with its text; the {@link
 * dev.gdwire.protocol.DecodeException} is its cause. JSON that Jackson cannot parse is an exception
 * of Jackson's own. The mapper's settings for records (unknown or missing properties, coercion,
 * views, naming, how trees are made) have no effect on messages. The verdict is that of {@code
 * decode} but for what the mapper does before a message is read:
 *
 * <ul>
 *   <li>{@code null} is Java's null, as everywhere in Jackson;
 *   <li>the mapper's parser has limits of its own (by default 500 levels and 1,000 digits, where
 *       {@code decode} takes 1,024 and any number), and may be told to take comments and the like;
 *   <li>it guesses the encoding: UTF-16, byte order marks and characters in more bytes than UTF-8
 *       has for them are taken, which {@code decode} refuses;
 *   <li>of a tree, a map or a class that is converted to a message nobody knows whether a name
 *       stood twice, or how numbers and text were spelled.
 * </ul>
 *
 * <p>A mapper never finds modules of this class by itself, for what a message reads should not
 * depend on the class path: add one for each protocol. A module is immutable.
 */
public final class GdwireModule extends JacksonModule {
    private final Protocol<?> protocol;

    private GdwireModule(Protocol<?> protocol) {
        this.protocol = protocol;
    }

    /** A module for the messages of a protocol. */
    public static GdwireModule of(Protocol<?> protocol) {
        return new GdwireModule(protocol);
    }

    @Override
    public String getModuleName() {
        return "gdwire-" + protocol.name();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    /** Modules of several protocols can be added to one mapper. */
    @Override
    public Object getRegistrationId() {
        return protocol.root();
    }

    @Override
    public void setupModule(SetupContext context) {
        setup(context, protocol);
    }

    private static <M extends Message> void setup(SetupContext context, Protocol<M> protocol) {
        context.addDeserializers(new MessageReaders<>(protocol));
        context.addSerializers(new MessageWriters<>(protocol));
    }
}
