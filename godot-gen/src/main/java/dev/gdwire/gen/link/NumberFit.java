package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.NumberLimits;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import java.math.BigDecimal;

/** Decides whether a number is valid for a type. */
final class NumberFit {
    private NumberFit() {}

    static boolean fits(BigDecimal number, TypeRef.IntegerRef type) {
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(Limits.least(type.width())) >= 0
                && number.compareTo(Limits.most(type.width())) <= 0
                && isWithin(number, type.limits());
    }

    static boolean fits(BigDecimal number, TypeRef.NumberRef type) {
        boolean holds =
                type.precision() == NumberPrecision.FLOAT32
                        ? !Float.isInfinite(number.floatValue())
                        : !Double.isInfinite(number.doubleValue());
        return holds && isWithin(number, type.limits());
    }

    private static boolean isWithin(BigDecimal number, NumberLimits limits) {
        return limits.minimum().map(limit -> number.compareTo(limit) >= 0).orElse(true)
                && limits.maximum().map(limit -> number.compareTo(limit) <= 0).orElse(true)
                && limits.exclusiveMinimum().map(limit -> number.compareTo(limit) > 0).orElse(true)
                && limits.exclusiveMaximum().map(limit -> number.compareTo(limit) < 0).orElse(true)
                && limits.multipleOf()
                        .map(factor -> number.remainder(factor).signum() == 0)
                        .orElse(true);
    }
}
