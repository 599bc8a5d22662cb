package dev.gdwire.integration.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** How peers connect under TLS: to anybody, since certificates are not what is tried here. */
final class TlsDial {
    private TlsDial() {}

    static Dial to(int port) {
        SSLContext context = context();
        return () ->
                context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    }

    /** What a client says first. */
    static byte[] firstWords() {
        SSLEngine engine = context().createSSLEngine();
        engine.setUseClientMode(true);
        ByteBuffer words = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        try {
            engine.wrap(ByteBuffer.allocate(0), words);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        byte[] bytes = new byte[words.flip().remaining()];
        words.get(bytes);
        return bytes;
    }

    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // Nobody is asked who it is.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Nobody is asked who it is.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
