package dev.gdwire.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates and keys for tests, made by the JDK's keytool when they are asked for first, and
 * what speaks TLS with them without the library.
 *
 * @param certificate the certificates, in PEM
 * @param key the key, in PEM
 * @param store both, as the JDK likes them
 */
record TestPair(Path certificate, Path key, Path store) {
    /** Each program that runs tests makes its own. */
    private static final Path FOLDER =
            Path.of("target", "test-pairs", Long.toString(ProcessHandle.current().pid()));

    private static final String PASSWORD = "not a secret";
    private static final Map<String, List<String>> KINDS =
            Map.of(
                    "ec", List.of("-keyalg", "EC", "-groupname", "secp256r1"),
                    "other", List.of("-keyalg", "EC", "-groupname", "secp256r1"),
                    "rsa", List.of("-keyalg", "RSA", "-keysize", "2048"));

    static {
        // Before the JDK reads it: so that keys are updated often in the tests, and not once a
        // year.
        Security.setProperty(
                "jdk.tls.keyLimits",
                "AES/GCM/NoPadding KeyUpdate 2^18, ChaCha20-Poly1305 KeyUpdate 2^18");
    }

    static TestPair ec() {
        return pair("ec");
    }

    static TestPair other() {
        return pair("other");
    }

    static TestPair rsa() {
        return pair("rsa");
    }

    /** For "localhost", signed by an authority whose certificate is the second. */
    static TestPair signed() {
        return pair("signed");
    }

    private static synchronized TestPair pair(String name) {
        TestPair pair =
                new TestPair(
                        FOLDER.resolve(name + ".crt"),
                        FOLDER.resolve(name + ".key"),
                        FOLDER.resolve(name + ".p12"));
        if (!Files.exists(pair.certificate)) {
            try {
                Files.createDirectories(FOLDER);
                pair.make(name);
            } catch (IOException | InterruptedException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return pair;
    }

    private void make(String name)
            throws IOException, InterruptedException, GeneralSecurityException {
        Files.deleteIfExists(store);
        if (name.equals("signed")) {
            keytool("ca", List.of("-keyalg", "EC", "-ext", "bc:c"));
            keytool("pair", List.of("-keyalg", "EC", "-signer", "ca", "-ext", "san=dns:localhost"));
        } else {
            keytool("pair", KINDS.get(name));
        }
        KeyStore loaded = loaded();
        Key secret = loaded.getKey("pair", PASSWORD.toCharArray());
        Files.writeString(key, pem("PRIVATE KEY", secret.getEncoded()));
        StringBuilder chain = new StringBuilder("Anything may stand before it.\r\n");
        for (Certificate each : loaded.getCertificateChain("pair")) {
            chain.append(pem("CERTIFICATE", each.getEncoded()));
        }
        Path whole = Files.writeString(FOLDER.resolve(name + ".tmp"), chain);
        Files.move(whole, certificate, StandardCopyOption.ATOMIC_MOVE);
    }

    private void keytool(String alias, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
        command.addAll(List.of("-validity", "3650", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
    }

    private KeyStore loaded() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    static String pem(String label, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n"
                .formatted(
                        label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes));
    }

    /** TLS of this certificate, for the library. */
    Tls tls(Role role) {
        return role == Role.ACCEPTOR ? Tls.server(certificate, key) : Tls.pinned(certificate);
    }

    /** The same for the JDK: has the key, and trusts the certificate. */
    SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(loaded(), PASSWORD.toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("it", loaded().getCertificate("pair"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A peer without the library that listens. */
    ServerSocket listen() throws IOException {
        return context()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** A peer without the library that has connected. */
    SSLSocket connect(int port, String... versions) throws IOException {
        Socket socket =
                context().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        SSLSocket secured = (SSLSocket) socket;
        if (versions.length > 0) {
            secured.setEnabledProtocols(versions);
        }
        return secured;
    }
}
