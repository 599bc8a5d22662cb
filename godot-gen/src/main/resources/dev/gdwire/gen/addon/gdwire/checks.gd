extends "number_checks.gd"
## The limits of schemas. Each method reports the field or item [param key] when it does not fit.

const GdwireRule = preload("rule.gd")
const GdwireTextFormat = preload("text_format.gd")
const GdwireTextPattern = preload("text_pattern.gd")


func one_of(key: Variant, value: String, values: PackedStringArray) -> void:
	if not values.has(value):
		report(key, one_of_words(Array(values)), quote(value))


func one_of_integers(key: Variant, value: int, values: PackedInt64Array) -> void:
	if not values.has(value):
		report(key, one_of_words(Array(values)), describe(value))


## [param values] are scalars of any kind.
func one_of_values(key: Variant, value: Variant, values: Array) -> void:
	if not GdwireJsonEquality.has(values, value):
		report(key, one_of_words(values), describe(value))


func same(key: Variant, value: Variant, constant: Variant) -> void:
	if not GdwireJsonEquality.equal(value, constant):
		report(key, literal(constant), describe(value))


func text_format(key: Variant, text: String, format: String) -> void:
	if not GdwireTextFormat.matches(format, text):
		report(key, "text of the format " + format, quote(text))


## A value of any kind must be one that JSON has: its integers are exact as 64-bit floats.
func json(key: Variant, value: Variant) -> void:
	match typeof(value):
		TYPE_NIL, TYPE_BOOL, TYPE_STRING, TYPE_STRING_NAME:
			return
		TYPE_INT:
			var whole: int = value
			integer_range(key, whole)
		TYPE_FLOAT:
			var number: float = value
			if not is_finite(number):
				_report_not_finite(key, number)
		TYPE_DICTIONARY, TYPE_ARRAY, TYPE_PACKED_BYTE_ARRAY, TYPE_PACKED_INT32_ARRAY, \
		TYPE_PACKED_INT64_ARRAY, TYPE_PACKED_FLOAT32_ARRAY, TYPE_PACKED_FLOAT64_ARRAY, \
		TYPE_PACKED_STRING_ARRAY:
			each(key, value, _json_item)
		_:
			report(key, "a JSON value", kind(value))


## What a schema says beyond a type: [param schema] is a Dictionary or a bool, as docs/ir.md has it,
## and [param rules] are those that it refers to. The value is one that JSON has; the key is null
## for the value that was entered last.
func fits(key: Variant, value: Variant, schema: Variant, rules: Dictionary = {}) -> void:
	if not found():
		take(GdwireRule.fault_of(_place, key, value, schema, rules))


## Members that have no property of their own: none may have one of the [param taken] names.
func others(members: Dictionary, taken: Array) -> void:
	for name: Variant in members:
		if not name is String:
			report_name(name)
		elif taken.has(name):
			report(name, "nothing", kind(members[name]))
		if found():
			return


## Checks each of these members of the object itself with [param check_item]: (checks, key, value).
func each_member(members: Dictionary, check_item: Callable) -> void:
	for name: Variant in members:
		if found():
			return
		check_item.call(self, name, members[name])


## True, and a fault, when the value has another type than [param type] (a TYPE_ constant);
## [param word] names that type. An int is also a number, and a whole float an integer.
func is_no(key: Variant, value: Variant, type: int, word: String) -> bool:
	if typeof(value) == type or type == TYPE_NIL or type == TYPE_FLOAT and value is int:
		return false
	if type == TYPE_INT and value is float:
		var number: float = value
		if number == floorf(number):
			return false
	report(key, word, kind(value))
	return true


## True, and a fault, when the value is no object of the class [param script].
func is_no_object(key: Variant, value: Variant, script: Script) -> bool:
	if is_instance_of(value, script):
		return false
	report(key, "object", kind(value))
	return true


## The same for a class that travels as an array.
func is_no_tuple(key: Variant, value: Variant, script: Script) -> bool:
	if is_instance_of(value, script):
		return false
	report(key, "array", kind(value))
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
				report_name(name)
			if found():
				break
			check_item.call(self, name, members[name])
	else:
		var items: Array = type_convert(values, TYPE_ARRAY)
		for index in items.size():
			check_item.call(self, index, items[index])
	leave()


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


func _json_item(_checks: Variant, key: Variant, value: Variant) -> void:
	json(key, value)


func _report_not_finite(key: Variant, value: float) -> void:
	report(key, FINITE, show(value))


func _at_least_count(key: Variant, count: int, limit: int, unit: String) -> void:
	if count < limit:
		report(key, "at least %d %s" % [limit, unit], "%d %s" % [count, unit])


func _at_most_count(key: Variant, count: int, limit: int, unit: String) -> void:
	if count > limit:
		report(key, "at most %d %s" % [limit, unit], "%d %s" % [count, unit])
