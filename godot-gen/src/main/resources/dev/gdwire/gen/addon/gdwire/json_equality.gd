extends RefCounted
## When JSON values are equal: numbers by value, objects whatever the order of their members. The
## engine's own == sees a difference between [1] and [1.0], and fails for true and 1.


static func equal(one: Variant, other: Variant) -> bool:
	var left: Variant = canonical(one)
	var right: Variant = canonical(other)
	return typeof(left) == typeof(right) and left == right


## Whether [param values] has one that is equal to [param value].
static func has(values: Array, value: Variant) -> bool:
	return index(values, value) >= 0


## Where [param values] has one that is equal to [param value]; -1 when it has none.
static func index(values: Array, value: Variant) -> int:
	for i in values.size():
		if equal(values[i], value):
			return i
	return -1


## The value in a form whose == and hash are those of JSON: numbers are floats, packed arrays are
## arrays, and the members of objects stand in one order, which a Dictionary's hash depends on.
static func canonical(value: Variant) -> Variant:
	match typeof(value):
		TYPE_INT:
			var number: float = value
			return number
		TYPE_STRING_NAME:
			return str(value)
		TYPE_DICTIONARY:
			return _sorted(value)
	if typeof(value) >= TYPE_ARRAY:
		var items: Array = type_convert(value, TYPE_ARRAY)
		return Array(items.map(canonical), TYPE_NIL, &"", null)
	return value


static func _sorted(object: Variant) -> Dictionary:
	var members: Dictionary = object
	var names := members.keys()
	names.sort()
	var sorted := {}
	for name: Variant in names:
		sorted[str(name)] = canonical(members[name])
	return sorted
