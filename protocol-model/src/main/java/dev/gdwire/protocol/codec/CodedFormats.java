package dev.gdwire.protocol.codec;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Texts that stand for something else than text. */
final class CodedFormats {
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*+={0,2}+");

    private CodedFormats() {}

    static boolean isInt64(String text) {
        return INTEGER.matcher(text).matches() && new BigInteger(text).bitLength() < Long.SIZE;
    }

    static boolean isBase64(String text) {
        return text.length() % 4 == 0 && BASE64.matcher(text).matches();
    }
}
