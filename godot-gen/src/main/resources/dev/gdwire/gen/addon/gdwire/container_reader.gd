extends "scalar_reader.gd"
## Reads objects, lists and maps out of parsed JSON; see [code]scalar_reader.gd[/code].


## Whether [param data] is an object.
func is_object(data: Variant) -> bool:
	if data is Dictionary:
		return true
	report(null, "object", kind(data))
	return false


## The items of an array that has so many; else a fault, and none.
func items_of(data: Variant, count: int) -> Array:
	if typeof(data) < TYPE_ARRAY:
		report(null, "array", kind(data))
		return []
	var items: Array = type_convert(data, TYPE_ARRAY)
	if items.size() != count:
		report(null, "%d items" % count, "%d items" % items.size())
	return items


## A generated class's object, read by its from_dict.
func object(container: Variant, key: Variant, from_dict: Callable) -> Variant:
	var value: Variant = _take(container, key)
	if not value is Dictionary:
		_mismatch(key, "object", value)
	return _inside(key, value, from_dict)


## A generated class's array, read by its from_array.
func tuple(container: Variant, key: Variant, from_array: Callable) -> Variant:
	return _inside(key, _array(container, key), from_array)


func integers(container: Variant, key: Variant) -> PackedInt64Array:
	return PackedInt64Array(list(container, key, integer))


func int32s(container: Variant, key: Variant) -> PackedInt32Array:
	return PackedInt32Array(list(container, key, int32))


func int64s(container: Variant, key: Variant) -> PackedInt64Array:
	return PackedInt64Array(list(container, key, int64))


func numbers(container: Variant, key: Variant) -> PackedFloat64Array:
	var items := _array(container, key)
	if not _all_finite(items):
		items = list(container, key, number)
	return PackedFloat64Array(items)


func float32s(container: Variant, key: Variant) -> PackedFloat32Array:
	var items := _array(container, key)
	if not _all_float32(items):
		items = list(container, key, float32)
	return PackedFloat32Array(items)


func strings(container: Variant, key: Variant) -> PackedStringArray:
	return PackedStringArray(list(container, key, string))


## A list of a generated class's objects, each read by its from_dict.
func objects(container: Variant, key: Variant, from_dict: Callable) -> Array:
	var items := _array(container, key)
	var result := []
	if found() or not enter(key):
		return result
	for index in items.size():
		_nullable_key = null
		result.append(object(items, index, from_dict))
		if found():
			break
	leave()
	return result


## A list whose items [param read] reads: (container, key).
func list(container: Variant, key: Variant, read: Callable) -> Array:
	var items := _array(container, key)
	var result := []
	if found() or not enter(key):
		return result
	for index in items.size():
		_nullable_key = null
		result.append(read.call(items, index))
		if found():
			break
	leave()
	return result


## The same as a packed array of a type (a TYPE_ constant), which the items have.
func packed_list(container: Variant, key: Variant, read: Callable, type: int) -> Variant:
	return type_convert(list(container, key, read), type)


## An object under any names, whose values [param read] reads: (container, key).
func map(container: Variant, key: Variant, read: Callable) -> Dictionary:
	var value: Variant = _take(container, key)
	if not value is Dictionary:
		_mismatch(key, "object", value)
	if found() or not enter(key):
		return {}
	var members: Dictionary = value
	var result := members_but(members, [], read)
	leave()
	return result


## The members of an object but those of the [param known] names, whose values [param read] reads.
func members_but(members: Dictionary, known: Array, read: Callable) -> Dictionary:
	var result := {}
	for name: Variant in members:
		if not name is String:
			report_name(name)
			break
		if known.has(name):
			continue
		_nullable_key = null
		result[name] = read.call(members, name)
		if found():
			break
	return result


## Reports the first field that is none of [param known].
func refuse_others(fields: Dictionary, known: Array) -> void:
	for name: Variant in fields:
		if not known.has(name):
			report(name, "nothing", kind(fields[name]))
			return


func _array(container: Variant, key: Variant) -> Array:
	var value: Variant = _take(container, key)
	if typeof(value) < TYPE_ARRAY:
		_mismatch(key, "array", value)
		return []
	if is_too_deep(key):
		return []
	if value is Array:
		return value
	var items: Array = type_convert(value, TYPE_ARRAY)
	return items


func _inside(key: Variant, value: Variant, read: Callable) -> Variant:
	if found() or not enter(key):
		return null
	_nullable_key = null
	var result: Variant = read.call(value, self)
	leave()
	return result


## The quick way through long lists: no call for an item.
static func _all_finite(items: Array) -> bool:
	for item: Variant in items:
		if not item is float:
			return false
		var value: float = item
		if not is_finite(value):
			return false
	return true


static func _all_float32(items: Array) -> bool:
	for item: Variant in items:
		if not item is float:
			return false
		var value: float = item
		if not absf(value) < FLOAT32_OVERFLOW:
			return false
	return true
