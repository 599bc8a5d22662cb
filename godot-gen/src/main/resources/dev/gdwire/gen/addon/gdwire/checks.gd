extends "fault.gd"
## The limits of schemas. Each method reports the field or item [param key] when it does not fit.
##
## Those of numbers show numbers with [code]digits[/code]: [constant DIGITS], or
## [constant FLOAT32_DIGITS] for 32-bit numbers, whose limits are 32-bit numbers too.

const GdwireTextPattern = preload("text_pattern.gd")

const MAX_INTEGER := 9007199254740991
const MAX_INT32 := 2147483647
## From here on a number rounds to infinity in 32 bits (halfway above the largest finite one).
const FLOAT32_OVERFLOW := 3.4028235677973366e38

const DIGITS := GdwireNumberText.FLOAT64_DIGITS
const FLOAT32_DIGITS := GdwireNumberText.FLOAT32_DIGITS

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
			_report_item(key, index, INTEGER_RANGE, "integer")
			return


func numbers_finite(key: Variant, values: PackedFloat64Array) -> void:
	for index in values.size():
		if not is_finite(values[index]):
			_report_item(key, index, FINITE, show(values[index]))
			return


func float32s_finite(key: Variant, values: PackedFloat32Array) -> void:
	for index in values.size():
		if not is_finite(values[index]):
			_report_item(key, index, FINITE, show(values[index]))
			return


## The numbers of a native type, such as a Vector3.
func native_finite(key: Variant, numbers: Array) -> void:
	float32s_finite(key, PackedFloat32Array(numbers))


func one_of(key: Variant, value: String, values: PackedStringArray) -> void:
	if not values.has(value):
		report(key, _one_of(values), quote(value))


func same(key: Variant, value: Variant, constant: Variant, literal: String) -> void:
	var numbers := _is_number(value) and _is_number(constant)
	if (not numbers and typeof(value) != typeof(constant)) or value != constant:
		var number: float = constant if _is_number(constant) else 0.0
		report(key, show(number) if _is_number(constant) else literal, describe(value))


## True, and a fault, when the value has another type than [param type] (a TYPE_ constant);
## [param word] names that type. An int is also a number.
func is_no(key: Variant, value: Variant, type: int, word: String) -> bool:
	if typeof(value) == type or type == TYPE_NIL or type == TYPE_FLOAT and value is int:
		return false
	report(key, word, kind(value))
	return true


## True, and a fault, when the value is no object of the class [param script].
func is_no_object(key: Variant, value: Variant, script: Script) -> bool:
	if is_instance_of(value, script):
		return false
	report(key, "object", kind(value))
	return true


## Checks each item of a list, or member of a map (by its name), with
## [param check_item]: (checks, key, value).
func each(key: Variant, values: Variant, check_item: Callable) -> void:
	if found() or not enter(key):
		return
	if values is Dictionary:
		var members: Dictionary = values
		for name: Variant in members:
			if not name is String:
				report(null, "names that are strings", kind(name))
			else:
				check_item.call(self, name, members[name])
	else:
		var items: Array = type_convert(values, TYPE_ARRAY)
		for index in items.size():
			check_item.call(self, index, items[index])
	leave()


func at_least(key: Variant, value: float, limit: float, digits: int = DIGITS) -> void:
	if value < limit:
		report(key, "at least " + show(limit, digits), show(value, digits))


func at_most(key: Variant, value: float, limit: float, digits: int = DIGITS) -> void:
	if value > limit:
		report(key, "at most " + show(limit, digits), show(value, digits))


func more_than(key: Variant, value: float, limit: float, digits: int = DIGITS) -> void:
	if value <= limit:
		report(key, "more than " + show(limit, digits), show(value, digits))


func less_than(key: Variant, value: float, limit: float, digits: int = DIGITS) -> void:
	if value >= limit:
		report(key, "less than " + show(limit, digits), show(value, digits))


## But for rounding: 0.3 is a multiple of 0.1.
func multiple_of(key: Variant, value: float, factor: float, digits: int = DIGITS) -> void:
	var quotient := value / factor
	var rounding := 1e-15 if digits == DIGITS else 1e-6
	if absf(quotient - roundf(quotient)) > absf(quotient) * rounding:
		report(key, "a multiple of " + show(factor, digits), show(value, digits))


func min_length(key: Variant, text: String, limit: int) -> void:
	_at_least_count(key, text.length(), limit, "characters")


func max_length(key: Variant, text: String, limit: int) -> void:
	_at_most_count(key, text.length(), limit, "characters")


func matches(key: Variant, text: String, regex: RegEx, pattern: String) -> void:
	match GdwireTextPattern.search(regex, text):
		GdwireTextPattern.Finding.NOT_FOUND:
			report(key, "text that matches " + pattern, quote(text))
		GdwireTextPattern.Finding.TOO_HARD:
			report(key, "text that matches " + pattern, GdwireTextPattern.TOO_HARD_TEXT)


func min_items(key: Variant, count: int, limit: int) -> void:
	_at_least_count(key, count, limit, "items")


func max_items(key: Variant, count: int, limit: int) -> void:
	_at_most_count(key, count, limit, "items")


func min_members(key: Variant, map: Dictionary, limit: int) -> void:
	_at_least_count(key, map.size(), limit, "members")


func max_members(key: Variant, map: Dictionary, limit: int) -> void:
	_at_most_count(key, map.size(), limit, "members")


## [param values] are an Array of JSON values, as to_dict gives them.
func unique(key: Variant, values: Variant) -> void:
	var items: Array = values
	var seen := {}
	for index in items.size():
		var item: Variant = _comparable(items[index])
		if seen.has(item):
			var first: int = seen[item]
			report(key, "items that all differ", "the same at %d and %d" % [first, index])
			return
		seen[item] = index


func _at_least_count(key: Variant, count: int, limit: int, unit: String) -> void:
	if count < limit:
		report(key, "at least %d %s" % [limit, unit], "%d %s" % [count, unit])


func _at_most_count(key: Variant, count: int, limit: int, unit: String) -> void:
	if count > limit:
		report(key, "at most %d %s" % [limit, unit], "%d %s" % [count, unit])


func _report_item(
		key: Variant, index: int, what_is_expected: String, what_is_there: String) -> void:
	if enter(key):
		report(index, what_is_expected, what_is_there)
		leave()


## The value with the members of objects in one order, which a Dictionary's hash depends on.
static func _comparable(value: Variant) -> Variant:
	if value is Dictionary:
		var members: Dictionary = value
		var names := members.keys()
		names.sort()
		var sorted := {}
		for name: Variant in names:
			sorted[name] = _comparable(members[name])
		return sorted
	if value is Array:
		var items: Array = value
		return items.map(_comparable)
	return value


static func _is_number(value: Variant) -> bool:
	return value is int or value is float


static func _one_of(values: PackedStringArray) -> String:
	var quoted := PackedStringArray()
	for value in values:
		quoted.append(GdwireJsonString.quote(value))
	return "one of " + ", ".join(quoted)
