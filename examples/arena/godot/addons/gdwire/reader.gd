extends "checks.gd"
## Reads typed values out of parsed JSON. Any input is safe: what does not fit is reported, and a
## value of the right type comes back all the same.
##
## Every method reads the member [param key] of an object, or the item [param key] of an array.

static var _base64: RegEx = RegEx.create_from_string("^[A-Za-z0-9+/]*={0,2}\\z")
static var _digits: RegEx = RegEx.create_from_string("^-?[0-9]{1,19}\\z")

## The key whose value may also be null, for the words of a fault.
var _nullable_key: Variant = null


## Whether [param data] is an object.
func is_object(data: Variant) -> bool:
	if data is Dictionary:
		return true
	report(null, "object", kind(data))
	return false


## Whether the value is null, which it may be.
func is_null(container: Variant, key: Variant) -> bool:
	_nullable_key = null
	var value: Variant = _take(container, key)
	_nullable_key = key
	return value == null


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
	return PackedFloat32Array([result])[0]


func string(container: Variant, key: Variant) -> String:
	var value: Variant = _take(container, key)
	if value is String or value is StringName:
		return value
	_mismatch(key, "string", value)
	return ""


## One of an enum's values.
func choice(container: Variant, key: Variant, values: PackedStringArray) -> String:
	var value := string(container, key)
	one_of(key, value, values)
	return value


## The one value that a constant has; [param literal] is its JSON.
func constant(container: Variant, key: Variant, expected_value: Variant, literal: String) -> Variant:
	var value: Variant = _take(container, key)
	same(key, value, expected_value, literal)
	return expected_value


## A generated class's object, read by its from_dict.
func object(container: Variant, key: Variant, from_dict: Callable) -> Variant:
	var value: Variant = _take(container, key)
	if not value is Dictionary:
		_mismatch(key, "object", value)
	if found() or not enter(key):
		return null
	_nullable_key = null
	var result: Variant = from_dict.call(value, self)
	leave()
	return result


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


## An object under any names, whose values [param read] reads: (container, key).
func map(container: Variant, key: Variant, read: Callable) -> Dictionary:
	var value: Variant = _take(container, key)
	if not value is Dictionary:
		_mismatch(key, "object", value)
	var result := {}
	if found() or not enter(key):
		return result
	var members: Dictionary = value
	for name: Variant in members:
		if not name is String:
			report(null, "names that are strings", kind(name))
			break
		_nullable_key = null
		result[name] = read.call(members, name)
		if found():
			break
	leave()
	return result


## Reports the first field that is none of [param known].
func refuse_others(fields: Dictionary, known: Array) -> void:
	for name: Variant in fields:
		if not known.has(name):
			report(name, "nothing", kind(fields[name]))
			return


func vector2(container: Variant, key: Variant) -> Vector2:
	var n := _floats(container, key, 2)
	return Vector2(n[0], n[1])


func vector2i(container: Variant, key: Variant) -> Vector2i:
	var n := _ints(container, key, 2)
	return Vector2i(n[0], n[1])


func vector3(container: Variant, key: Variant) -> Vector3:
	var n := _floats(container, key, 3)
	return Vector3(n[0], n[1], n[2])


func vector3i(container: Variant, key: Variant) -> Vector3i:
	var n := _ints(container, key, 3)
	return Vector3i(n[0], n[1], n[2])


func vector4(container: Variant, key: Variant) -> Vector4:
	var n := _floats(container, key, 4)
	return Vector4(n[0], n[1], n[2], n[3])


func quaternion(container: Variant, key: Variant) -> Quaternion:
	var n := _floats(container, key, 4)
	return Quaternion(n[0], n[1], n[2], n[3])


func color(container: Variant, key: Variant) -> Color:
	var n := _floats(container, key, 4)
	return Color(n[0], n[1], n[2], n[3])


func rect2(container: Variant, key: Variant) -> Rect2:
	var n := _floats(container, key, 4)
	return Rect2(n[0], n[1], n[2], n[3])


func aabb(container: Variant, key: Variant) -> AABB:
	var n := _floats(container, key, 6)
	return AABB(Vector3(n[0], n[1], n[2]), Vector3(n[3], n[4], n[5]))


func plane(container: Variant, key: Variant) -> Plane:
	var n := _floats(container, key, 4)
	return Plane(n[0], n[1], n[2], n[3])


func basis(container: Variant, key: Variant) -> Basis:
	return _basis(_floats(container, key, 9))


func transform2d(container: Variant, key: Variant) -> Transform2D:
	var n := _floats(container, key, 6)
	return Transform2D(Vector2(n[0], n[1]), Vector2(n[2], n[3]), Vector2(n[4], n[5]))


func transform3d(container: Variant, key: Variant) -> Transform3D:
	var n := _floats(container, key, 12)
	return Transform3D(_basis(n), Vector3(n[9], n[10], n[11]))


func node_path(container: Variant, key: Variant) -> NodePath:
	var text := string(container, key)
	# The engine would log an error.
	if text.contains("::"):
		report(key, "node path", quote(text))
		return NodePath()
	return NodePath(text)


func string_name(container: Variant, key: Variant) -> StringName:
	return StringName(string(container, key))


## Bytes in base64 (RFC 4648, section 4, padded).
func packed_byte_array(container: Variant, key: Variant) -> PackedByteArray:
	var text := string(container, key)
	if text.is_empty():
		return PackedByteArray()
	if text.length() % 4 != 0 or _base64.search(text) == null:
		report(key, "base64", quote(text))
		return PackedByteArray()
	return Marshalls.base64_to_raw(text)


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


func _floats(container: Variant, key: Variant, count: int) -> PackedFloat32Array:
	var result := PackedFloat32Array()
	if _has_count(container, key, count):
		result = float32s(container, key)
	result.resize(count)
	return result


func _ints(container: Variant, key: Variant, count: int) -> PackedInt32Array:
	var result := PackedInt32Array()
	if _has_count(container, key, count):
		result = int32s(container, key)
	result.resize(count)
	return result


func _has_count(container: Variant, key: Variant, count: int) -> bool:
	var items := _array(container, key)
	if not found() and items.size() != count:
		report(key, "%d numbers" % count, "%d items" % items.size())
	return not found()


static func _basis(n: PackedFloat32Array) -> Basis:
	return Basis(Vector3(n[0], n[1], n[2]), Vector3(n[3], n[4], n[5]), Vector3(n[6], n[7], n[8]))
