extends RefCounted
## When JSON values are equal: numbers by value, objects whatever the order of their members. The
## engine's own == sees a difference between [1] and [1.0], fails for true and 1, and calls what
## lies 50 levels deep or more equal unseen: it is asked for scalars alone.

## Beyond it other integers are the same number too.
const _MAX_INTEGER: float = 9007199254740991


## One call for each level: values are up to 64 deep.
static func equal(one: Variant, other: Variant) -> bool:
	var type := typeof(one)
	var other_type := typeof(other)
	if type == TYPE_DICTIONARY and other_type == TYPE_DICTIONARY:
		var members: Dictionary = one
		var other_members: Dictionary = other
		if members.size() != other_members.size():
			return false
		for name: Variant in members:
			if not (other_members.has(name) and equal(members[name], other_members[name])):
				return false
		return true
	if type >= TYPE_ARRAY and other_type >= TYPE_ARRAY:
		var items: Array = type_convert(one, TYPE_ARRAY)
		var other_items: Array = type_convert(other, TYPE_ARRAY)
		if items.size() != other_items.size():
			return false
		for i in items.size():
			if not equal(items[i], other_items[i]):
				return false
		return true
	return _is_same_scalar(one, other)


## Whether [param values] has one that is equal to [param value].
static func has(values: Array, value: Variant) -> bool:
	return index(values, value) >= 0


## Where [param values], in which no text is a StringName, has one that is equal to [param value];
## -1 when it has none. The engine searches for scalars: a comparison here for each takes long.
static func index(values: Array, value: Variant) -> int:
	match typeof(value):
		TYPE_NIL, TYPE_BOOL, TYPE_STRING:
			return values.find(value)
		TYPE_STRING_NAME:
			return values.find(str(value))
		TYPE_INT, TYPE_FLOAT:
			var number: float = value
			if absf(number) <= _MAX_INTEGER:
				return _index_of_number(values, number)
	for i in values.size():
		if equal(values[i], value):
			return i
	return -1


## The value in a form whose == and hash are those of JSON, for keys of a Dictionary: numbers are
## floats, objects and arrays are bytes.
static func key(value: Variant) -> Variant:
	var form: Variant = _canonical(value)
	return var_to_bytes(form) if form is Array or form is Dictionary else form


static func _is_same_scalar(one: Variant, other: Variant) -> bool:
	match typeof(one):
		TYPE_INT, TYPE_FLOAT:
			if not (other is float or other is int):
				return false
			var number: float = one
			var other_number: float = other
			return number == other_number
		TYPE_STRING, TYPE_STRING_NAME:
			return (other is String or other is StringName) and str(one) == str(other)
	return typeof(one) == typeof(other) and one == other


static func _index_of_number(values: Array, number: float) -> int:
	var found := values.find(number)
	if found < 0 and number == floorf(number):
		return values.find(int(number))
	return found


static func _canonical(value: Variant) -> Variant:
	match typeof(value):
		TYPE_INT, TYPE_FLOAT:
			var number: float = value
			# The bytes of -0.0 are others than those of 0.0.
			return number + 0.0
		TYPE_STRING_NAME:
			return str(value)
		TYPE_DICTIONARY:
			return _sorted(value)
	if typeof(value) >= TYPE_ARRAY:
		var items: Array = type_convert(value, TYPE_ARRAY)
		return Array(items.map(_canonical), TYPE_NIL, &"", null)
	return value


static func _sorted(object: Variant) -> Dictionary:
	var members: Dictionary = object
	var names := members.keys()
	names.sort()
	var sorted := {}
	for name: Variant in names:
		sorted[str(name)] = _canonical(members[name])
	return sorted
