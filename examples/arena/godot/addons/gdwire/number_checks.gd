extends "fault.gd"
## The ranges of numbers, and the limits that schemas set them. Each method reports the field or item
## [param key] when it does not fit. 32-bit numbers are rounded to such before they are compared, and
## so are their limits.

const GdwireFinite = preload("finite.gd")
const GdwireFloat32 = preload("float32.gd")
const GdwireMultiples = preload("multiples.gd")

const MAX_INTEGER := 9007199254740991
const MAX_INT32 := 2147483647
## From here on a number rounds to infinity in 32 bits (halfway above the largest finite one).
const FLOAT32_OVERFLOW := 3.4028235677973366e38

const INTEGER_RANGE := "integer within +-(2^53-1)"
const INT32_RANGE := "integer within 32 bits"
const FLOAT32_RANGE := "number within 32-bit float"
const FLOAT64_RANGE := "number within 64-bit float"
const FINITE := "finite number"


func integer_range(key: Variant, value: int) -> void:
	if value > MAX_INTEGER or value < -MAX_INTEGER:
		report(key, INTEGER_RANGE, "integer")


func int32_range(key: Variant, value: int) -> void:
	if value > MAX_INT32 or value < -MAX_INT32 - 1:
		report(key, INT32_RANGE, "integer")


func finite(key: Variant, value: float) -> void:
	if not is_finite(value):
		report(key, FINITE, show(value))


func float32_range(key: Variant, value: float) -> void:
	if not is_finite(value):
		report(key, FINITE, show(value))
	elif not absf(value) < FLOAT32_OVERFLOW:
		report(key, FLOAT32_RANGE, "number")


func integers_range(key: Variant, values: PackedInt64Array) -> void:
	for index in values.size():
		if values[index] > MAX_INTEGER or values[index] < -MAX_INTEGER:
			report_inside(key, index, INTEGER_RANGE, "integer")
			return


func numbers_finite(key: Variant, values: PackedFloat64Array) -> void:
	var index := GdwireFinite.first_float64(values)
	if index >= 0:
		report_inside(key, index, FINITE, show(values[index]))


func float32s_finite(key: Variant, values: PackedFloat32Array) -> void:
	var index := GdwireFinite.first_float32(values)
	if index >= 0:
		report_inside(key, index, FINITE, show(values[index]))


## The numbers of a native type, such as a Vector3.
func native_finite(key: Variant, numbers: Array) -> void:
	float32s_finite(key, PackedFloat32Array(numbers))


func at_least(key: Variant, value: float, limit: float) -> void:
	if value < limit:
		report(key, "at least " + show(limit), show(value))


func at_most(key: Variant, value: float, limit: float) -> void:
	if value > limit:
		report(key, "at most " + show(limit), show(value))


func more_than(key: Variant, value: float, limit: float) -> void:
	if value <= limit:
		report(key, "more than " + show(limit), show(value))


func less_than(key: Variant, value: float, limit: float) -> void:
	if value >= limit:
		report(key, "less than " + show(limit), show(value))


## But for rounding: 0.3 is a multiple of 0.1.
func multiple_of(key: Variant, value: float, factor: float) -> void:
	if not GdwireMultiples.is_multiple(value, factor):
		report(key, "a multiple of " + show(factor), show(value))


func float32_at_least(key: Variant, value: float, limit: float) -> void:
	if GdwireFloat32.narrow(value) < GdwireFloat32.narrow(limit):
		_report_float32(key, "at least ", limit, value)


func float32_at_most(key: Variant, value: float, limit: float) -> void:
	if GdwireFloat32.narrow(value) > GdwireFloat32.narrow(limit):
		_report_float32(key, "at most ", limit, value)


func float32_more_than(key: Variant, value: float, limit: float) -> void:
	if GdwireFloat32.narrow(value) <= GdwireFloat32.narrow(limit):
		_report_float32(key, "more than ", limit, value)


func float32_less_than(key: Variant, value: float, limit: float) -> void:
	if GdwireFloat32.narrow(value) >= GdwireFloat32.narrow(limit):
		_report_float32(key, "less than ", limit, value)


func float32_multiple_of(key: Variant, value: float, factor: float) -> void:
	if not GdwireMultiples.is_multiple(value, factor, GdwireNumberText.FLOAT32_DIGITS):
		_report_float32(key, "a multiple of ", factor, value)


func _report_float32(key: Variant, words: String, limit: float, value: float) -> void:
	var digits := GdwireNumberText.FLOAT32_DIGITS
	report(key, words + show(limit, digits), show(value, digits))
