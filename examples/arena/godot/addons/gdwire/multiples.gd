extends RefCounted
## Whether a number is a multiple of another. Integers up to 2^53 (2^24 of 32 bits) are judged
## exactly. Others are multiples but for rounding, so that 0.3 is one of 0.1; where rounding would
## forgive everything, because the quotient has more digits than the numbers, their decimal digits
## decide, as people wrote them. The Java side does the same.

const GdwireNumberText = preload("number_text.gd")

## How far a quotient may be off an integer, for its size.
const _ROUNDING := 1e-15
const _FLOAT32_ROUNDING := 1e-6
## Up to here such numbers hold every integer.
const _LARGEST_EXACT: float = 1 << 53
const _FLOAT32_LARGEST_EXACT: float = 1 << 24


## [param factor] is more than 0, [param digits] is one of the constants of [code]number_text.gd[/code].
static func is_multiple(
	value: float, factor: float, digits: int = GdwireNumberText.FLOAT64_DIGITS
) -> bool:
	var is_narrow := digits == GdwireNumberText.FLOAT32_DIGITS
	var exact := _FLOAT32_LARGEST_EXACT if is_narrow else _LARGEST_EXACT
	if _is_integer(value, exact) and _is_integer(factor, exact):
		return fmod(value, factor) == 0.0
	var quotient := absf(value / factor)
	var rounding := quotient * (_FLOAT32_ROUNDING if is_narrow else _ROUNDING)
	if rounding < 1.0:
		return absf(quotient - roundf(quotient)) <= rounding
	return _is_decimal_multiple(value, factor, digits)


static func _is_integer(value: float, largest: float) -> bool:
	return value == roundf(value) and absf(value) <= largest


static func _is_decimal_multiple(value: float, factor: float, digits: int) -> bool:
	var dividend := GdwireNumberText.rounded(absf(value), digits)
	var divisor := GdwireNumberText.rounded(factor, digits)
	var zeros := dividend.exponent() - divisor.exponent()
	if zeros < 0:
		return false
	# Digits are at most 15, so ten times them is far below 2^63.
	var modulus := divisor.digits.to_int()
	var rest := dividend.digits.to_int() % modulus
	for zero in zeros:
		rest = rest * 10 % modulus
	return rest == 0
