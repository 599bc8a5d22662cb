package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How long a comparison takes cannot be asserted where machines are busy; which comparison it is
 * can: what proves a token is said, or handed to the one method that compares in constant time.
 */
class ProofComparisonTest {
    private static final Path JAVA =
            Path.of("..", "transport", "src", "main", "java", "dev", "gdwire", "transport");
    private static final Path ADDON =
            Path.of(
                    "..",
                    "godot-gen",
                    "src",
                    "main",
                    "resources",
                    "dev",
                    "gdwire",
                    "gen",
                    "addon",
                    "gdwire");

    @Test
    void proofsAreComparedInConstantTimeOnly() throws IOException {
        Path handshake = JAVA.resolve("internal/Handshake.java");
        List<String> proofs = lines(handshake, "\\bof(Initiator|Acceptor)\\(\\)");
        assertThat(proofs).hasSizeGreaterThan(3);
        assertThat(proofs)
                .allMatch(line -> line.matches(".*(TokenProof\\.fits|new Proof|withProof)\\(.*"));
        assertThat(lines(JAVA.resolve("internal/TokenProof.java"), "equals|isEqual|compare"))
                .containsExactly("&& MessageDigest.isEqual(");
        List<String> inGodot = lines(ADDON.resolve("gate.gd"), "\\b(_proof_of|own_proof)\\(");
        assertThat(inGodot).hasSizeGreaterThan(4);
        assertThat(inGodot)
                .allMatch(
                        line ->
                                line.matches(
                                        ".*(TokenProof\\.fits|Core\\.Proof\\.of)\\(.*|func"
                                                + " .*|return _proof_of\\(.*"));
        assertThat(lines(ADDON.resolve("token_proof.gd"), "return .*right"))
                .containsExactly(
                        "return Crypto.new().constant_time_compare(right.to_utf8_buffer(),"
                                + " text.to_utf8_buffer())");
    }

    private static List<String> lines(Path file, String pattern) throws IOException {
        Pattern wanted = Pattern.compile(pattern);
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("*") && !line.startsWith("#"))
                .filter(line -> wanted.matcher(line).find())
                .toList();
    }
}
