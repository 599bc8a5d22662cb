extends RefCounted
## Whether a number is a multiple of another: integers exactly, others but for rounding, so that 0.3
## is one of 0.1.

## How far a quotient may be off an integer, for its size.
const ROUNDING := 1e-15
## The same for 32-bit numbers.
const FLOAT32_ROUNDING := 1e-6


static func is_multiple(value: float, factor: float, rounding: float = ROUNDING) -> bool:
	var quotient := value / factor
	if is_inf(quotient) or value == roundf(value) and factor == roundf(factor):
		return fmod(value, factor) == 0.0
	return absf(quotient - roundf(quotient)) <= absf(quotient) * rounding
