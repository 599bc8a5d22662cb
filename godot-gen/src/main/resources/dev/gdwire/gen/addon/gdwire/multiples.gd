extends RefCounted
## Whether a number is a multiple of another, as their decimal digits say: 0.3 is one of 0.1.

const GdwireNumberText = preload("number_text.gd")


## Both numbers count with [param digits] significant digits, integers below 2^53 with all.
static func is_multiple(value: float, factor: float, digits: int) -> bool:
	var number := GdwireNumberText.decimal(absf(value), digits)
	var unit := GdwireNumberText.decimal(absf(factor), digits)
	var shift := number[1] - unit[1]
	if number[0] == 0:
		return true
	if shift < 0:
		return _divides(unit[0], -shift, number[0])
	var rest := number[0] % unit[0]
	while shift > 0 and rest != 0:
		rest = rest * 10 % unit[0]
		shift -= 1
	return rest == 0


## Whether [param unit], followed by so many zeros, divides the number.
static func _divides(unit: int, zeros: int, number: int) -> bool:
	var divisor := unit
	for i in zeros:
		# A larger one never divides, and could overflow.
		if divisor > number:
			return false
		divisor *= 10
	return number % divisor == 0
