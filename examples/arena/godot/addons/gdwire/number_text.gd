extends RefCounted
## Numbers in the words of problems, the same as on the Java side: integers that a float holds
## exactly in full, others rounded to the digits that both sides read alike, in the notation of
## ECMAScript (plain from 1e-6 up to 1e21).

## The engine reads numbers of more digits up to two units in the last place wrong.
const FLOAT64_DIGITS := 15
## What a 32-bit number always keeps, and one more.
const FLOAT32_DIGITS := 7

## No literal with a point: the engine reads 9007199254740991.0 as 1 less.
const _MAX_INTEGER: float = 9007199254740991
const _MAX_PLAIN := 21
const _MIN_PLAIN := -5


static func of(number: float, digits: int) -> String:
	if is_nan(number):
		return "NaN"
	var minus := "-" if number < 0.0 else ""
	if is_inf(number):
		return minus + "Infinity"
	if number == floorf(number) and absf(number) <= _MAX_INTEGER:
		return str(int(number))
	return minus + _notation(rounded(absf(number), digits))


## The digits of a finite number above 0, so many at most.
static func rounded(number: float, digits: int) -> Decimal:
	var parts := _exact(number).split("e")
	var result := Decimal.new()
	var exponent := parts[1].to_int() if parts.size() > 1 else 0
	var places := parts[0].split(".")
	var all := places[0] + (places[1] if places.size() > 1 else "")
	var significant := all.lstrip("0")
	result.point = places[0].length() + exponent - (all.length() - significant.length())
	if significant.length() > digits:
		# 15 digits and one more are well below 2^63.
		@warning_ignore("integer_division")
		var kept := (significant.left(digits + 1).to_int() + 5) / 10
		significant = str(kept)
		result.point += significant.length() - digits
	result.digits = significant.rstrip("0")
	return result


## All digits of a number: with or without a point and an exponent, by version of the engine.
static func _exact(number: float) -> String:
	var text := JSON.stringify(number, "", false, true)
	return text if text.to_float() > 0.0 else String.num_scientific(number)


static func _notation(number: Decimal) -> String:
	var digits := number.digits
	var point := number.point
	var count := digits.length()
	if point > _MAX_PLAIN or point < _MIN_PLAIN:
		var fraction := "" if count == 1 else "." + digits.substr(1)
		return "%s%se%s%d" % [digits[0], fraction, "+" if point > 0 else "", point - 1]
	if point >= count:
		return digits + "0".repeat(point - count)
	if point > 0:
		return digits.left(point) + "." + digits.substr(point)
	return "0." + "0".repeat(-point) + digits


## A number in decimal digits.
class Decimal:
	## Without zeros before or behind them.
	var digits: String
	## How many digits stand before the decimal point; negative for zeros after it.
	var point: int

	## The power of ten that the digits, as an integer, are to be taken times.
	func exponent() -> int:
		return point - digits.length()
