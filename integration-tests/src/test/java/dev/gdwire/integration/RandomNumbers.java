package dev.gdwire.integration;

import dev.gdwire.gen.ir.TypeRef;
import java.math.BigDecimal;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Numbers that a schema allows, at random. */
final class RandomNumbers {
    private static final long LARGEST = (1L << 53) - 1;

    /** Godot's JSON parser reads what is smaller as zero. */
    private static final double SMALLEST = 1e-290;

    private RandomNumbers() {}

    static Arbitrary<? extends Number> integers(TypeRef.IntegerRef type) {
        boolean narrow = type.width() == TypeRef.IntegerWidth.INT32;
        Arbitrary<Long> all =
                narrow
                        ? Arbitraries.integers().map(Integer::longValue)
                        : Arbitraries.longs().between(-LARGEST, LARGEST);
        if (type.limits().equals(TypeRef.NumberLimits.NONE)) {
            return all;
        }
        return Arbitraries.of(
                LongStream.concat(
                                LongStream.rangeClosed(-200, 200),
                                LongStream.of(
                                        LARGEST, -LARGEST, Integer.MAX_VALUE, Integer.MIN_VALUE))
                        .filter(value -> !narrow || value == (int) value)
                        .filter(value -> fits(BigDecimal.valueOf(value), type.limits()))
                        .boxed()
                        .toList());
    }

    static Arbitrary<? extends Number> numbers(TypeRef.NumberRef type) {
        if (type.limits().equals(TypeRef.NumberLimits.NONE)) {
            return type.precision() == TypeRef.NumberPrecision.FLOAT32 ? floats() : doubles();
        }
        return Arbitraries.of(
                LongStream.rangeClosed(-4000, 4000)
                        .mapToObj(value -> BigDecimal.valueOf(value, 2))
                        .filter(value -> fits(value, type.limits()))
                        .toList());
    }

    static Arbitrary<Float> floats() {
        return Arbitraries.floats().map(value -> value + 0f);
    }

    private static Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles(),
                        Arbitraries.doubles().between(-1, 1),
                        Arbitraries.longs().map(Double::longBitsToDouble))
                .filter(Double::isFinite)
                .map(value -> Math.abs(value) < SMALLEST ? 0.0 : value);
    }

    private static boolean fits(BigDecimal value, TypeRef.NumberLimits limits) {
        return limits.minimum().filter(least -> value.compareTo(least) < 0).isEmpty()
                && limits.maximum().filter(most -> value.compareTo(most) > 0).isEmpty()
                && limits.exclusiveMinimum().filter(low -> value.compareTo(low) <= 0).isEmpty()
                && limits.exclusiveMaximum().filter(high -> value.compareTo(high) >= 0).isEmpty()
                && limits.multipleOf()
                        .filter(factor -> value.remainder(factor).signum() != 0)
                        .isEmpty();
    }
}
