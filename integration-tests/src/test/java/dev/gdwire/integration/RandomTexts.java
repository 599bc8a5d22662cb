package dev.gdwire.integration;

import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.pattern.PortablePattern;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that a schema allows, at random: all of Unicode but U+0000. */
final class RandomTexts {
    private static final List<String> CANDIDATES =
            List.of(
                    "12-x",
                    "00-_Z9",
                    "a@b.de",
                    "Ä.ö+1@a-b.cc.ddd",
                    "😀",
                    "🙏",
                    "b",
                    "a\nb\u0001",
                    "a",
                    "aaaa");

    private RandomTexts() {}

    static Arbitrary<String> any() {
        return between(0, 8);
    }

    static Arbitrary<String> texts(TypeRef.StringRef type) {
        if (type.pattern().isPresent()) {
            Pattern pattern = Pattern.compile(PortablePattern.ofChecked(type.pattern().get()));
            return Arbitraries.of(
                    CANDIDATES.stream().filter(text -> pattern.matcher(text).find()).toList());
        }
        return between(type.minLength().orElse(0), type.maxLength().orElse(12));
    }

    private static Arbitrary<String> between(int least, int most) {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 0x7F),
                        Arbitraries.of('"', '\\', '\n', '\u000B', '\u001F', '\u007F', '%')
                                .map(c -> (int) c),
                        Arbitraries.integers().between(0x80, 0x10FFFF))
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .map(Character::toString)
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(points -> String.join("", points));
    }
}
