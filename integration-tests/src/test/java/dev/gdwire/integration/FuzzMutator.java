package dev.gdwire.integration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Damages bytes in ways that readers of JSON and of lines are known to get wrong. */
final class FuzzMutator {
    private static final int LONGEST = 6_000;
    private static final byte[] STRUCTURE =
            "{}[]\",:\\#\n\r\t $0123456789-+.eEutfn/".getBytes(StandardCharsets.ISO_8859_1);

    /** In Latin-1: bytes, not characters. */
    private static final List<byte[]> WORDS =
            Stream.of(
                            "\"$id\":1,",
                            "\"$id\":2.0,",
                            "\"$re\":1,",
                            "\"$re\":2,",
                            ",\"$re\":3",
                            "\"$seq\":1,",
                            "\"$ack\":-1,",
                            "\"type\":\"packs\",",
                            ",\"type\":\"scalars\"",
                            "\"gdwire\":\"ping\",\"nonce\":1,",
                            "\"gdwire\":\"error\",\"code\":\"malformed\",\"message\":\"m\",",
                            "{\"$blob\":0}",
                            "{\"$blob\":1}",
                            "{ \"\\u0024blob\" : 0.0 }",
                            "\"$blob\"",
                            "#0\n\n",
                            "#1\nx\n",
                            "#4\n\0\0\u0080?\n",
                            "#8\n\0\0\u0080?\0\0\u00c0\u007f\n",
                            "{\"type\":\"ping\"}\n",
                            "null",
                            "true",
                            "[]",
                            "{}",
                            "{\"\":0}",
                            "\"\"",
                            "-0",
                            "-0.0",
                            "0.1",
                            "1e308",
                            "1e309",
                            "-1e999999999",
                            "1e-999999999",
                            "1E+9999",
                            "5e-324",
                            "2147483647",
                            "2147483648",
                            "-2147483649",
                            "9007199254740991",
                            "9007199254740993",
                            "9223372036854775807",
                            "-9223372036854775809",
                            "18446744073709551616",
                            "3.4028235677973366e38",
                            "0.30000000000000004",
                            "123456789012345678901234567890",
                            "9007199254740991.0000000000000001",
                            "\"-9223372036854775808\"",
                            "\"9223372036854775808\"",
                            "\\u0000",
                            "\\u0041",
                            "\\ud83d\\ude00",
                            "\\ud800",
                            "\\u004\u00c5\u0081",
                            "\\udc00",
                            "\\\"",
                            "\\\\",
                            "\\/",
                            "\u00c3\u00a9",
                            "\u00e6\u0097\u00a5",
                            "\u00f0\u009f\u0098\u0080",
                            "\u00ed\u00a0\u0080",
                            "\u00c0\u0080",
                            "\u00f4\u0090\u0080\u0080",
                            "\u00ef\u00bb\u00bf",
                            "\u00ef\u00bf\u00bd",
                            "\u00ff",
                            "\0",
                            "\u007f",
                            "\r\n",
                            "\n",
                            "AAAA",
                            "AACAPw==",
                            "NaN",
                            "Infinity")
                    .map(word -> word.getBytes(StandardCharsets.ISO_8859_1))
                    .toList();

    private final FuzzCorpus corpus;

    FuzzMutator(FuzzCorpus corpus) {
        this.corpus = corpus;
    }

    /** Bytes of the corpus with some damage; often none at all. They end with a newline. */
    byte[] bytes(Random random) {
        byte[] bytes = corpus.one(random);
        for (int i = changes(random); i > 0; i--) {
            bytes = changed(bytes, random);
            if (bytes.length > LONGEST) {
                bytes = Arrays.copyOf(bytes, LONGEST);
            }
        }
        return line(bytes);
    }

    /** None, one, or with each more half as often. */
    private static int changes(Random random) {
        return random.nextInt(8) == 0
                ? 0
                : 1 + Integer.numberOfTrailingZeros(random.nextInt() | 64);
    }

    /** With a newline at the end. */
    static byte[] line(byte[] bytes) {
        boolean isLine = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
        return isLine ? bytes : FuzzCorpus.join(bytes, new byte[] {'\n'});
    }

    private byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(random.nextInt(4) == 0 ? 200 : 12));
        byte[] piece = Arrays.copyOfRange(bytes, from, to);
        return switch (random.nextInt(13)) {
            case 0 -> withByte(bytes, from, (byte) random.nextInt(256));
            case 1 -> withByte(bytes, from, STRUCTURE[random.nextInt(STRUCTURE.length)]);
            case 2 -> replaced(bytes, from, from, new byte[] {one(STRUCTURE, random)});
            case 3 -> replaced(bytes, from, to, new byte[0]);
            case 4 -> replaced(bytes, from, from, repeated(piece, random));
            case 5 -> replaced(bytes, from, from, WORDS.get(random.nextInt(WORDS.size())));
            case 6 -> replaced(bytes, from, to, WORDS.get(random.nextInt(WORDS.size())));
            case 7 -> spliced(bytes, from, random);
            case 8 -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, from) : flipped(bytes, random);
            case 9 -> nested(bytes, from, to, random);
            default -> withValue(bytes, from, random);
        };
    }

    /** Most often what comes of it is still JSON. */
    private byte[] withValue(byte[] bytes, int from, Random random) {
        int start = next(bytes, from, ":[,");
        int end = next(bytes, Math.min(bytes.length, start + 1), ",]}\n");
        if (start >= end) {
            return bytes;
        }
        byte[] value = WORDS.get(random.nextInt(WORDS.size()));
        return replaced(bytes, start + 1, end, value);
    }

    private static int next(byte[] bytes, int from, String signs) {
        int at = from;
        while (at < bytes.length && signs.indexOf(bytes[at]) < 0) {
            at++;
        }
        return at;
    }

    private static byte one(byte[] bytes, Random random) {
        return bytes[random.nextInt(bytes.length)];
    }

    private static byte[] withByte(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        if (at < changed.length) {
            changed[at] = value;
        }
        return changed;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return changed;
    }

    private static byte[] repeated(byte[] piece, Random random) {
        int most = random.nextInt(8) == 0 ? 200 : 4;
        byte[] all = new byte[0];
        for (int i = random.nextInt(most); i >= 0 && all.length < LONGEST; i--) {
            all = FuzzCorpus.join(all, piece);
        }
        return all;
    }

    private byte[] spliced(byte[] bytes, int from, Random random) {
        byte[] other = corpus.one(random);
        byte[] rest = Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length);
        byte[] head = Arrays.copyOf(bytes, from);
        return random.nextBoolean()
                ? FuzzCorpus.join(head, rest)
                : replaced(bytes, from, from, rest);
    }

    private static byte[] nested(byte[] bytes, int from, int to, Random random) {
        boolean objects = random.nextBoolean();
        int levels = random.nextInt(random.nextInt(8) == 0 ? 1_100 : 70);
        String before = (objects ? "{\"\":" : "[").repeat(levels);
        String behind = (objects ? "}" : "]").repeat(levels);
        byte[] piece = Arrays.copyOfRange(bytes, from, to);
        byte[] open = FuzzCorpus.join(FuzzCorpus.bytes(before), piece);
        return replaced(bytes, from, to, FuzzCorpus.join(open, FuzzCorpus.bytes(behind)));
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] head = FuzzCorpus.join(Arrays.copyOf(bytes, from), piece);
        return FuzzCorpus.join(head, Arrays.copyOfRange(bytes, to, bytes.length));
    }
}
