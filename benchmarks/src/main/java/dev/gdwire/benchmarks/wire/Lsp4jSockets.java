package dev.gdwire.benchmarks.wire;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.gdwire.protocol.FloatList;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/** LSP4J's JSON-RPC over streams of a socket that are buffered: it flushes each message itself. */
final class Lsp4jSockets {
    private static final int BUFFER = 64 * 1024;

    private Lsp4jSockets() {}

    /** Listens for one connection, whose messages go to a peer. Gives the port. */
    static int listen(Lsp4jPeer local) throws IOException {
        return BareChannels.listen(channel -> serve(channel, local));
    }

    private static void serve(SocketChannel channel, Lsp4jPeer local) throws IOException {
        try {
            launcher(channel.socket(), local).startListening().get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Connects, and reads what comes. */
    static Lsp4jPeer connect(int port) throws IOException {
        Launcher<Lsp4jPeer> launcher =
                launcher(BareChannels.connect(port).socket(), new Lsp4jPeer() {});
        Future<Void> listening = launcher.startListening();
        if (listening.isCancelled()) {
            throw new IOException("nobody listens");
        }
        return launcher.getRemoteProxy();
    }

    private static Launcher<Lsp4jPeer> launcher(Socket socket, Lsp4jPeer local) throws IOException {
        ExecutorService threads =
                Executors.newCachedThreadPool(
                        task -> {
                            Thread thread = new Thread(task, "lsp4j");
                            thread.setDaemon(true);
                            return thread;
                        });
        return new Launcher.Builder<Lsp4jPeer>()
                .setLocalService(local)
                .setRemoteInterface(Lsp4jPeer.class)
                .setInput(new BufferedInputStream(socket.getInputStream(), BUFFER))
                .setOutput(new BufferedOutputStream(socket.getOutputStream(), BUFFER))
                .setExecutorService(threads)
                .configureGson(gson -> gson.registerTypeAdapter(FloatList.class, new Floats()))
                .create();
    }

    private static final class Floats extends TypeAdapter<FloatList> {
        @Override
        public void write(JsonWriter out, FloatList floats) throws IOException {
            out.beginArray();
            for (int index = 0; index < floats.size(); index++) {
                out.value(floats.get(index));
            }
            out.endArray();
        }

        @Override
        public FloatList read(JsonReader in) throws IOException {
            float[] floats = new float[16];
            int size = 0;
            in.beginArray();
            while (in.hasNext()) {
                if (size == floats.length) {
                    floats = Arrays.copyOf(floats, 2 * size);
                }
                floats[size++] = Float.parseFloat(in.nextString());
            }
            in.endArray();
            return FloatList.copyOf(floats, size);
        }
    }
}
