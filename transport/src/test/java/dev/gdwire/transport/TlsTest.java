package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What TLS is made of: files in PEM, and pins. */
class TlsTest {
    private static final TestPair EC = TestPair.ec();

    @TempDir Path folder;

    @Test
    void pinIsTheDigestOfTheWholeCertificate() throws Exception {
        String pin = Tls.pin(EC.certificate());
        assertThat(pin).matches("sha256:[0-9a-f]{64}");
        assertThat(Tls.pinned(pin)).hasToString("TLS pinned to " + pin);
        assertThat(Tls.pinned(EC.certificate())).hasToString("TLS pinned to " + pin);
    }

    @Test
    void pinMayBeWrittenAsOpenSslWritesIt() {
        String pin = Tls.pin(EC.certificate());
        String digits = pin.substring("sha256:".length()).toUpperCase(Locale.ROOT);
        String colons = String.join(":", digits.split("(?<=\\G..)"));
        assertThat(Tls.pinned(" SHA256:" + colons + "\n")).hasToString("TLS pinned to " + pin);
    }

    @Test
    void pinThatIsNoneIsRefused() {
        for (String text :
                new String[] {"", "sha256:", "ab".repeat(32), "sha256:" + "g".repeat(64)}) {
            refuses(
                    () -> Tls.pinned(text),
                    "a pin is sha256: and 64 hexadecimal digits, this is none: "
                            + text
                            + "; ./gdwire certificate tells the pin of what it makes");
        }
    }

    @Test
    void wordsSayNothingOfTheKey() throws IOException {
        String words = Tls.server(EC.certificate(), EC.key()).toString();
        assertThat(words).isEqualTo("TLS with the certificate " + Tls.pin(EC.certificate()));
    }

    @Test
    void fileThatIsNotThere() {
        Path missing = folder.resolve("none.crt");
        refuses(
                () -> Tls.pinned(missing),
                missing + " is not there: ./gdwire certificate --out FOLDER makes a pair");
    }

    @Test
    void filesThatAreSomethingElse() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no PEM");
        refuses(
                () -> Tls.pinned(text),
                text
                        + " has no certificate in PEM: a line in it must be -----BEGIN"
                        + " CERTIFICATE-----, and one -----END CERTIFICATE-----");
        refuses(
                () -> Tls.server(EC.certificate(), EC.certificate()),
                EC.certificate()
                        + " has no private key in PEM: a line in it must be -----BEGIN PRIVATE"
                        + " KEY-----, and one -----END PRIVATE KEY-----");
        Path large = Files.write(folder.resolve("large"), new byte[1024 * 1024 + 1]);
        refuses(
                () -> Tls.trusting(large),
                large + " is too large for a file in PEM: is it another?");
        assertThatThrownBy(() -> Tls.trusting(folder))
                .isInstanceOf(TlsException.class)
                .hasMessageStartingWith(folder + " cannot be read: ");
    }

    @Test
    void certificateThatIsDamaged() throws IOException {
        String whole = Files.readString(EC.certificate());
        Path base64 =
                Files.writeString(
                        folder.resolve("base64"), whole.replaceFirst("(?m)^(\\w{10}).*", "$1=x"));
        refuses(() -> Tls.pinned(base64), base64 + ": the base64 of its CERTIFICATE is damaged");
        Path inside =
                Files.writeString(
                        folder.resolve("inside"), TestPair.pem("CERTIFICATE", new byte[300]));
        refuses(() -> Tls.pinned(inside), inside + ": a certificate in it is damaged");
    }

    @Test
    void keysThatCannotBeRead() throws IOException {
        keyIsRefused("EC PRIVATE KEY", "it has a key as EC PRIVATE KEY, not in PKCS#8: convert it");
        keyIsRefused(
                "RSA PRIVATE KEY", "it has a key as RSA PRIVATE KEY, not in PKCS#8: convert it");
        keyIsRefused("ENCRYPTED PRIVATE KEY", "the key is encrypted: decrypt it with openssl");
        keyIsRefused("PRIVATE KEY", "the key is damaged, or is neither of EC nor of RSA: use one");
    }

    private void keyIsRefused(String label, String text) throws IOException {
        byte[] secret = new byte[100];
        Arrays.fill(secret, (byte) 's');
        Path key = Files.writeString(folder.resolve(label), TestPair.pem(label, secret));
        assertThatThrownBy(() -> Tls.server(EC.certificate(), key))
                .isInstanceOf(TlsException.class)
                .hasMessageStartingWith(key + ": " + text)
                .hasMessageNotContaining("ssss")
                .hasMessageNotContaining(
                        Base64.getEncoder().encodeToString(secret).substring(0, 9));
    }

    @Test
    void keyOfAnotherCertificate() {
        for (TestPair other : new TestPair[] {TestPair.other(), TestPair.rsa()}) {
            refuses(
                    () -> Tls.server(EC.certificate(), other.key()),
                    "%s is not the key of the first certificate in %s: take both from one pair"
                            .formatted(other.key(), EC.certificate()));
        }
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(TlsException.class).hasMessage(message);
    }
}
