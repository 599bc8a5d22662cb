package dev.gdwire.protocol.codec;

import java.math.BigInteger;
import tools.jackson.core.JsonParser;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Makes an integer far beyond 64-bit floats of every integer that is: the exact one is of no use,
 * and takes long to make of many digits.
 */
final class FiniteIntegers extends JsonParserDelegate {
    /** An integer of more digits, without the minus, is beyond 64-bit floats. */
    private static final int MOST_DIGITS = 309;

    private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(Double.MAX_EXPONENT + 1);

    FiniteIntegers(JsonParser parser) {
        super(parser);
    }

    @Override
    public BigInteger getBigIntegerValue() {
        boolean negative = getStringCharacters()[getStringOffset()] == '-';
        int digits = getStringLength() - (negative ? 1 : 0);
        if (digits <= MOST_DIGITS) {
            return super.getBigIntegerValue();
        }
        return negative ? BEYOND.negate() : BEYOND;
    }
}
