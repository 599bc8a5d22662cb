extends "checks.gd"
## Reads scalars and JSON values out of parsed JSON. Any input is safe: what does not fit is
## reported, and a value of the right type comes back all the same.
##
## Every method reads the member [param key] of an object, or the item [param key] of an array.

static var _digits: RegEx = RegEx.create_from_string("^-?[0-9]{1,19}\\z")

## The key whose value may also be null, for the words of a fault.
var _nullable_key: Variant = null


## Whether the value is null, which it may be.
func is_null(container: Variant, key: Variant) -> bool:
	_nullable_key = null
	var value: Variant = _take(container, key)
	_nullable_key = key
	return value == null


## What was said of keys inside is not said of those outside.
func leave() -> void:
	super()
	_nullable_key = null


## Reads the value with [param read] unless it is null.
func nullable(container: Variant, key: Variant, read: Callable) -> Variant:
	return null if is_null(container, key) else read.call(container, key)


func boolean(container: Variant, key: Variant) -> bool:
	var value: Variant = _take(container, key)
	if value is bool:
		return value
	_mismatch(key, "boolean", value)
	return false


## An integer within +-(2^53-1).
func integer(container: Variant, key: Variant) -> int:
	return _whole(container, key, -MAX_INTEGER, MAX_INTEGER, INTEGER_RANGE)


func int32(container: Variant, key: Variant) -> int:
	return _whole(container, key, -MAX_INT32 - 1, MAX_INT32, INT32_RANGE)


## A 64-bit integer in decimal digits, as a string.
func int64(container: Variant, key: Variant) -> int:
	var value: Variant = _take(container, key)
	if not value is String:
		_mismatch(key, "string", value)
		return 0
	var text: String = value
	var result := text.to_int() if _digits.search(text) != null else 0
	if str(result) != text:
		report(key, "64-bit integer in decimal digits", quote(text))
		return 0
	return result


## A finite number.
func number(container: Variant, key: Variant) -> float:
	var value: Variant = _take(container, key)
	if not (value is float or value is int):
		_mismatch(key, "number", value)
		return 0.0
	var result: float = value
	if not is_finite(result):
		report(key, FLOAT64_RANGE, kind(value))
		return 0.0
	return result


## A number within the range of 32-bit floats, rounded to one.
func float32(container: Variant, key: Variant) -> float:
	var value: Variant = _take(container, key)
	if not (value is float or value is int):
		_mismatch(key, "number", value)
		return 0.0
	var result: float = value
	if not absf(result) < FLOAT32_OVERFLOW:
		report(key, FLOAT32_RANGE, kind(value))
		return 0.0
	return GdwireFloat32.narrow(result)


func string(container: Variant, key: Variant) -> String:
	var value: Variant = _take(container, key)
	if value is String or value is StringName:
		return value
	_mismatch(key, "string", value)
	return ""


## Text of a format.
func formatted(container: Variant, key: Variant, format: String) -> String:
	var value := string(container, key)
	text_format(key, value, format)
	return value


## One of an enum's strings.
func choice(container: Variant, key: Variant, values: PackedStringArray) -> String:
	var value := string(container, key)
	one_of(key, value, values)
	return value


## One of an enum's integers.
func integer_choice(container: Variant, key: Variant, values: PackedInt64Array) -> int:
	var value := integer(container, key)
	one_of_integers(key, value, values)
	return value


## A value of an open enum: [param read] reads it, [param check_value] checks its limits.
func open_choice(
		container: Variant, key: Variant, read: Callable, check_value: Callable) -> Variant:
	var value: Variant = read.call(container, key)
	if not found():
		check_value.call(self, key, value)
	return value


## One of an enum's scalars.
func any_choice(container: Variant, key: Variant, values: Array) -> Variant:
	var value: Variant = _take(container, key)
	var index := GdwireJsonEquality.index(values, value)
	if index < 0:
		report(key, one_of_words(values), describe(value))
	return null if found() else values[index]


## The one value that a constant has.
func constant(container: Variant, key: Variant, expected_value: Variant) -> Variant:
	var value: Variant = _take(container, key)
	same(key, value, expected_value)
	return expected_value


## Any JSON value.
func json_value(container: Variant, key: Variant) -> Variant:
	var value: Variant = _take(container, key)
	json(key, value)
	return value


func _take(container: Variant, key: Variant) -> Variant:
	if container is Dictionary:
		var fields: Dictionary = container
		if not fields.has(key):
			report(key, "a value", "nothing")
			return null
	return container[key]


func _mismatch(key: Variant, what_is_expected: String, value: Variant) -> void:
	if _nullable_key == null or typeof(_nullable_key) != typeof(key) or _nullable_key != key:
		report(key, what_is_expected, kind(value))
	else:
		report(key, what_is_expected + " or null", kind(value))


func _whole(container: Variant, key: Variant, low: int, high: int, name_of_range: String) -> int:
	var value: Variant = _take(container, key)
	if value is float:
		var wide: float = value
		if wide != floorf(wide):
			_mismatch(key, "integer", value)
		elif wide < low or wide > high:
			report(key, name_of_range, "integer")
		else:
			return int(wide)
	elif value is int:
		var whole: int = value
		if whole >= low and whole <= high:
			return whole
		report(key, name_of_range, "integer")
	else:
		_mismatch(key, "integer", value)
	return 0


func _report_not_finite(key: Variant, value: float) -> void:
	report(key, FLOAT64_RANGE, kind(value))
