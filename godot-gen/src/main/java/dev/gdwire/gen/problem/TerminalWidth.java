package dev.gdwire.gen.problem;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * How many columns of a terminal a text takes: two for the wide characters of East Asia and for
 * emoji, none for marks that stand on the character before them.
 */
final class TerminalWidth {
    private static final Set<UnicodeScript> WIDE =
            Set.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HANGUL,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.BOPOMOFO,
                    UnicodeScript.YI);

    private TerminalWidth() {}

    static int of(String text) {
        return text.codePoints().map(TerminalWidth::of).sum();
    }

    private static int of(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
    }

    private static boolean isWide(int character) {
        if (isBetween(character, 0xFF61, 0xFFDC)) {
            return false; // The halfwidth forms of scripts that are wide elsewhere.
        }
        return WIDE.contains(UnicodeScript.of(character))
                || isBetween(character, 0x3000, 0x303E)
                || isBetween(character, 0xFF01, 0xFF60)
                || isBetween(character, 0xFFE0, 0xFFE6)
                || isBetween(character, 0x1F300, 0x1F64F)
                || isBetween(character, 0x1F680, 0x1F6FF)
                || isBetween(character, 0x1F900, 0x1FAFF);
    }

    private static boolean isBetween(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
