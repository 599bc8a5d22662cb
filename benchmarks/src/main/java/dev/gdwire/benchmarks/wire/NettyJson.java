package dev.gdwire.benchmarks.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.io.IOException;
import java.io.OutputStream;

/** Lines of Jackson 2's in buffers of Netty's. It is for one connection. */
final class NettyJson {
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private byte[] line = new byte[1_024];

    /** The stock ObjectMapper on the generated records. */
    NettyJson() {
        ObjectMapper mapper = new ObjectMapper();
        writer = mapper.writer();
        reader = mapper.readerFor(SamplesMessage.class);
    }

    /** Reads a line without its newline. From an array of its own, which is quickest. */
    SamplesMessage read(ByteBuf buffer) throws IOException {
        int length = buffer.readableBytes();
        if (length > line.length) {
            line = new byte[length];
        }
        buffer.readBytes(line, 0, length);
        return reader.readValue(line, 0, length);
    }

    /** A handler that writes messages as lines. */
    ChannelHandler encoder() {
        return new Encoder();
    }

    private final class Encoder extends MessageToByteEncoder<SamplesMessage> {
        private Encoder() {
            super(SamplesMessage.class);
        }

        @Override
        protected void encode(ChannelHandlerContext context, SamplesMessage message, ByteBuf buffer)
                throws IOException {
            try (OutputStream stream = new ByteBufOutputStream(buffer)) {
                writer.writeValue(stream, message);
            }
            buffer.writeByte('\n');
        }
    }
}
