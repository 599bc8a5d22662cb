package dev.gdwire.cli;

import dev.gdwire.protocol.GdwireException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A self-signed certificate and its key (EC, P-256), made by the JDK's own keytool.
 *
 * @param certificate in PEM
 * @param key in PEM (PKCS#8)
 */
record SelfSigned(String certificate, String key) {
    private static final String ALIAS = "gdwire";
    private static final String PASSWORD = "GDWIRE_STORE_PASSWORD";
    private static final List<String> USUAL = List.of(ALIAS, "localhost", "127.0.0.1", "::1");
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?");
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** A new pair for these names and addresses. */
    static SelfSigned make(List<String> hosts, int days) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("gdwire-certificate");
        Path store = folder.resolve("pair.p12");
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getEncoder().encodeToString(random);
        try {
            keytool(command(store, names(hosts), days), password);
            return read(store, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new GdwireException("the JDK's keytool made no pair that can be read: " + e, e);
        } finally {
            Files.deleteIfExists(store);
            Files.delete(folder);
        }
    }

    private static String names(List<String> hosts) {
        Set<String> names = new LinkedHashSet<>(USUAL);
        names.addAll(hosts);
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            if (ADDRESS.matcher(name).matches()) {
                parts.add("ip:" + name);
            } else if (NAME.matcher(name).matches()) {
                parts.add("dns:" + name);
            } else {
                throw new GdwireException(
                        "--host %s is neither a host name nor an IP address".formatted(name));
            }
        }
        return "san=" + String.join(",", parts);
    }

    private static List<String> command(Path store, String names, int days) {
        List<String> command = new ArrayList<>();
        Path tools = Path.of(System.getProperty("java.home"), "bin");
        command.add(tools.resolve("keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-dname", "CN=" + ALIAS));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-sigalg", "SHA256withECDSA", "-ext", names));
        // The other machine's clock may be somewhat behind.
        command.addAll(List.of("-startdate", "-1d", "-validity", String.valueOf(days + 1)));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
        command.addAll(List.of("-storepass:env", PASSWORD));
        return command;
    }

    private static void keytool(List<String> command, String password)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD, password);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new GdwireException(
                    "there is no keytool beside this Java (%s): run gdwire with a JDK"
                            .formatted(command.get(0)),
                    e);
        }
        process.getOutputStream().close();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new GdwireException("the JDK's keytool made no pair: " + said);
        }
    }

    private static SelfSigned read(Path file, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return new SelfSigned(
                pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()),
                pem("PRIVATE KEY", store.getKey(ALIAS, password).getEncoded()));
    }

    private static String pem(String label, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(label, base64);
    }

    /** Writes both, the key so that only its owner can read it. Overwrites nothing. */
    void write(Path certificateFile, Path keyFile) throws IOException {
        try {
            Files.createDirectories(keyFile.toAbsolutePath().getParent());
            create(keyFile, "rw-------");
            Files.writeString(keyFile, key);
            create(certificateFile, "rw-r--r--");
            Files.writeString(certificateFile, certificate);
        } catch (FileAlreadyExistsException e) {
            throw new GdwireException(e.getFile() + " is there already: give another folder", e);
        }
    }

    private static void create(Path file, String permissions) throws IOException {
        boolean posix =
                Files.getFileStore(file.toAbsolutePath().getParent())
                        .supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString(permissions))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return certificate;
    }
}
