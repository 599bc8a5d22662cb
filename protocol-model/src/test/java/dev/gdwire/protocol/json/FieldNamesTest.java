package dev.gdwire.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FieldNamesTest {
    /** Few letters, so that many words start or end alike. */
    private static final String LETTERS = "aab\u00e9";

    /** In any order, with and without white space, at the end of the bytes and before others. */
    @Property(tries = 2_000)
    void everyNameIsFoundAndNoOther(@ForAll long seed) {
        Random random = new Random(seed);
        Set<String> known = new LinkedHashSet<>();
        int count = random.nextInt(20);
        for (int i = 0; i < count; i++) {
            known.add(word(random));
        }
        String[] words = known.toArray(String[]::new);
        FieldNames names = FieldNames.of(words);
        for (int i = 0; i < 20; i++) {
            String asked =
                    words.length > 0 && random.nextBoolean()
                            ? words[random.nextInt(words.length)]
                            : word(random);
            int expected = Arrays.asList(words).indexOf(asked);
            assertThat(read(names, asked, words.length, random)).as(asked).isEqualTo(expected);
            assertThat(quoted(names, asked, random)).as(asked).isIn(expected, FieldNames.NONE);
        }
    }

    private static int read(FieldNames names, String word, int count, Random random) {
        String space = random.nextInt(4) == 0 ? " " : "";
        String text = "{\"" + word + '"' + space + ":1}" + "x".repeat(random.nextInt(30));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        JsonInput in = new JsonInput();
        in.start(bytes, 0, bytes.length);
        in.object();
        assertThat(in.member()).isTrue();
        int next = random.nextInt(count + 2) - 1;
        int index;
        try {
            index = in.name(names, next);
        } catch (Miss unknownAndNotAscii) {
            assertThat(word).matches(".*\u00e9.*");
            return FieldNames.NONE;
        }
        assertThat(in.integer()).isEqualTo(1);
        return index;
    }

    private static int quoted(FieldNames names, String word, Random random) {
        byte[] bytes =
                (word + '"' + "x".repeat(random.nextInt(30))).getBytes(StandardCharsets.UTF_8);
        return names.quoted(bytes, 0, bytes.length);
    }

    private static String word(Random random) {
        return IntStream.range(0, random.nextInt(random.nextBoolean() ? 12 : 40))
                .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }

    @Test
    void nameThatStandsEscapedIsGivenUp() {
        FieldNames names = FieldNames.of("a\\b", "c");
        for (String json : new String[] {"{\"a\\b\":1}", "{\"a\\\\b\":1}"}) {
            byte[] bytes = json.getBytes(StandardCharsets.US_ASCII);
            JsonInput in = new JsonInput();
            in.start(bytes, 0, bytes.length);
            in.object();
            assertThat(in.member()).isTrue();
            assertThatThrownBy(() -> in.name(names, 0)).isInstanceOf(Miss.class);
        }
    }

    /** Wherever the bytes end, and whatever lies behind the end. */
    @Test
    void nothingIsFoundBeyondTheEnd() {
        FieldNames names = FieldNames.of("type", "a name that is rather long");
        for (String name : new String[] {"type", "a name that is rather long"}) {
            byte[] all = ('"' + name + "\":1,\"type\":2").getBytes(StandardCharsets.US_ASCII);
            for (int end = 0; end < name.length() + 3; end++) {
                byte[] cut = Arrays.copyOf(all, end);
                for (int next = FieldNames.NONE; next <= 2; next++) {
                    assertThat(names.member(next, all, 0, end)).isEqualTo(FieldNames.NONE);
                    assertThat(names.member(next, cut, 0, end)).isEqualTo(FieldNames.NONE);
                }
            }
        }
    }
}
