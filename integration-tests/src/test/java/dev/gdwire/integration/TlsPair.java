package dev.gdwire.integration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A self-signed certificate for the name "gdwire" and its key, in PEM.
 *
 * @param certificate its file
 * @param key the other file
 */
public record TlsPair(Path certificate, Path key) {
    private static final String PASSWORD = "not a secret";

    /** A new pair in a folder that has none: {@code pair.crt} and {@code pair.key}. */
    public static TlsPair in(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Files.createDirectories(folder);
        Path store = folder.resolve("pair.p12");
        Path tools = Path.of(System.getProperty("java.home"), "bin");
        Process process =
                new ProcessBuilder(
                                tools.resolve("keytool").toString(),
                                "-genkeypair",
                                "-alias",
                                "pair",
                                "-dname",
                                "CN=gdwire",
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-ext",
                                "san=dns:gdwire",
                                "-startdate",
                                "-1d",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Files.delete(store);
        char[] password = PASSWORD.toCharArray();
        return new TlsPair(
                write(
                        folder.resolve("pair.crt"),
                        "CERTIFICATE",
                        keys.getCertificate("pair").getEncoded()),
                write(
                        folder.resolve("pair.key"),
                        "PRIVATE KEY",
                        keys.getKey("pair", password).getEncoded()));
    }

    private static Path write(Path file, String label, byte[] bytes) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                file, "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(label, base64));
    }
}
