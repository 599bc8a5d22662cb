package dev.gdwire.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PowersOfTenTest {
    private static final int BITS = 126;

    @Test
    void allAreExactRoundedDown() {
        for (int e = PowersOfTen.SMALLEST; e <= PowersOfTen.LARGEST; e++) {
            BigInteger power = BigInteger.TEN.pow(Math.abs(e));
            BigInteger many =
                    e >= 0
                            ? power.shiftLeft(BITS)
                            : BigInteger.ONE.shiftLeft(power.bitLength() + BITS).divide(power);
            BigInteger exact = many.shiftRight(many.bitLength() - BITS);
            BigInteger kept =
                    BigInteger.valueOf(PowersOfTen.high(e))
                            .shiftLeft(BITS / 2)
                            .add(BigInteger.valueOf(PowersOfTen.low(e)));
            assertThat(kept).as("10^" + e).isEqualTo(exact);
        }
    }
}
