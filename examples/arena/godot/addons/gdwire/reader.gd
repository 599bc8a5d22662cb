extends "container_reader.gd"
## Reads typed values out of parsed JSON, Godot's own types among them. Any input is safe: what does
## not fit is reported, and a value of the right type comes back all the same.
##
## Every method reads the member [param key] of an object, or the item [param key] of an array.

const GdwireBlob = preload("blob.gd")

static var _base64: RegEx = RegEx.create_from_string("^[A-Za-z0-9+/]*={0,2}\\z")


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


## Bytes: of a blob, or in base64 (RFC 4648, section 4, padded).
func packed_byte_array(container: Variant, key: Variant) -> PackedByteArray:
	var value: Variant = _take(container, key)
	if value is GdwireBlob:
		var blob: GdwireBlob = value
		return blob.bytes
	if not (value is String or value is StringName):
		_mismatch(key, "string", value)
		return PackedByteArray()
	var text: String = value
	if text.is_empty():
		return PackedByteArray()
	if text.length() % 4 != 0 or _base64.search(text) == null:
		report(key, "base64", quote(text))
		return PackedByteArray()
	return Marshalls.base64_to_raw(text)


## 32-bit floats as little-endian bytes; likewise the other packed ones.
func packed_float32(container: Variant, key: Variant) -> PackedFloat32Array:
	var values := _packed(container, key, 4).to_float32_array()
	float32s_finite(key, values)
	return values


func packed_float64(container: Variant, key: Variant) -> PackedFloat64Array:
	var values := _packed(container, key, 8).to_float64_array()
	numbers_finite(key, values)
	return values


func packed_int32(container: Variant, key: Variant) -> PackedInt32Array:
	return _packed(container, key, 4).to_int32_array()


func _packed(container: Variant, key: Variant, size: int) -> PackedByteArray:
	var bytes := packed_byte_array(container, key)
	if bytes.size() % size != 0:
		var text := GdwireBlob.base64(bytes)
		if container[key] is String:
			text = container[key]
		report(key, "base64 of whole %d-byte numbers" % size, quote(text))
		return PackedByteArray()
	return bytes


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
