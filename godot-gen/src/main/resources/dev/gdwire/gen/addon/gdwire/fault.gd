extends RefCounted
## The first fault of a value, with its place. Later ones are not kept.

const GdwireFault = preload("fault.gd")
const GdwireJsonEquality = preload("json_equality.gd")
const GdwireJsonString = preload("json_string.gd")
const GdwireNumberText = preload("number_text.gd")

## Levels of objects and arrays that a message can have: deeper ones would exhaust the stack.
const MAX_DEPTH := 64

## Place of the fault, such as [code]$.units[3].hp[/code]; empty when there is none.
var path: String = ""
## What the schema asks for there.
var expected: String = ""
## What was there.
var actual: String = ""
## How many steps lead to the fault.
var depth: int = 0

## Names (String) and indexes (int) from the outermost value to the one that is looked at.
var _place: Array = []
var _found: bool = false


## What a JSON value is, in the words of problems.
static func kind(value: Variant) -> String:
	match typeof(value):
		TYPE_NIL:
			return "null"
		TYPE_BOOL:
			return "boolean"
		TYPE_INT:
			return "integer"
		TYPE_FLOAT:
			var number: float = value
			return "integer" if number == floorf(number) else "number"
		TYPE_STRING, TYPE_STRING_NAME:
			return "string"
		TYPE_DICTIONARY:
			return "object"
	return "array" if value is Array else type_string(typeof(value))


## Text as a JSON string, cut to 40 characters.
static func quote(text: String) -> String:
	if text.length() > 40:
		return GdwireJsonString.quote(text.left(40)) + "..."
	return GdwireJsonString.quote(text)


## A number as problems show it: without a fraction when it has none.
static func show(number: float, digits: int = GdwireNumberText.FLOAT64_DIGITS) -> String:
	return GdwireNumberText.of(number, digits)


## A JSON value as problems show it: scalars as they are, others by their kind.
static func describe(value: Variant) -> String:
	match typeof(value):
		TYPE_STRING, TYPE_STRING_NAME:
			return quote(str(value))
		TYPE_INT, TYPE_FLOAT:
			var number: float = value
			return show(number)
		TYPE_BOOL:
			return str(value)
	return kind(value)


## A JSON value as JSON text, with its numbers as problems show them.
static func literal(value: Variant) -> String:
	match typeof(value):
		TYPE_STRING, TYPE_STRING_NAME:
			return GdwireJsonString.quote(str(value))
		TYPE_DICTIONARY:
			var members: Dictionary = value
			var texts := PackedStringArray()
			for name: Variant in members:
				texts.append(GdwireJsonString.quote(str(name)) + ":" + literal(members[name]))
			return "{%s}" % ",".join(texts)
		TYPE_ARRAY:
			var items: Array = value
			return "[%s]" % ",".join(PackedStringArray(items.map(literal)))
	return describe(value)


## The words of one of several values.
static func one_of_words(values: Array) -> String:
	return "one of " + ", ".join(PackedStringArray(values.map(literal)))


## A step of a place: [code].name[/code] or [code][3][/code].
static func segment(key: Variant) -> String:
	if key is int:
		return "[%d]" % key
	var field := str(key)
	# Not is_valid_ascii_identifier, its new name: Godot 4.3 lacks that.
	if field.is_valid_identifier():
		return "." + field
	return "[" + GdwireJsonString.quote(field) + "]"


## Whether there is a fault.
func found() -> bool:
	return _found


## The fault in one line; empty when there is none.
func problem() -> String:
	return "%s: expected %s, got %s" % [path, expected, actual] if _found else ""


## Goes into the field or item [param key]. False when that is too deep, which is a fault.
func enter(key: Variant) -> bool:
	if is_too_deep(key):
		return false
	_place.append(key)
	return true


## True, and a fault, when the object or array [param key] has too many others around it.
func is_too_deep(key: Variant) -> bool:
	if _place.size() < MAX_DEPTH:
		return false
	report(key, "at most %d levels" % MAX_DEPTH, "more")
	return true


## Leaves what was entered last.
func leave() -> void:
	_place.pop_back()


## Keeps a fault of the field or item [param key] of the value that was entered last; of that
## value itself when [param key] is null. Does nothing when there is a fault already.
func report(key: Variant, what_is_expected: String, what_is_there: String) -> void:
	if _found:
		return
	_found = true
	path = "$"
	for step: Variant in _place:
		path += segment(step)
	if key != null:
		path += segment(key)
	depth = _place.size() + (0 if key == null else 1)
	expected = what_is_expected
	actual = what_is_there


## Reports the name of a member, which is no String.
func report_name(name: Variant) -> void:
	report(null, "names that are strings", "StringName" if name is StringName else kind(name))


## Keeps a fault of the member or item [param inner] of the field or item [param key].
func report_inside(
		key: Variant, inner: Variant, what_is_expected: String, what_is_there: String) -> void:
	if key != null:
		_place.append(key)
	report(inner, what_is_expected, what_is_there)
	if key != null:
		_place.pop_back()


## Reports items that are equal as JSON; [param values] are JSON values.
func unique(key: Variant, values: Array) -> void:
	var seen := {}
	for index in values.size():
		var item: Variant = GdwireJsonEquality.key(values[index])
		if seen.has(item):
			var first: int = seen[item]
			report(key, "items that all differ", "the same at %d and %d" % [first, index])
			return
		seen[item] = index


## Keeps the fault of another, if it has one. Does nothing when there is a fault already.
func take(other: GdwireFault) -> void:
	if _found or not other._found:
		return
	_found = true
	path = other.path
	depth = other.depth
	expected = other.expected
	actual = other.actual
