extends RefCounted
## Godot's values as JSON values: what to_dict gives.

const GdwireBlob = preload("blob.gd")
const GdwireData = preload("data.gd")
const GdwireFloat32 = preload("float32.gd")


static func records(items: Array) -> Array:
	var result := []
	for item: GdwireData in items:
		result.append(record_or_null(item))
	return result


## The items of a list, or the members of a map, each made a JSON value by [param convert_item].
static func each(values: Variant, convert_item: Callable) -> Variant:
	if values is Dictionary:
		var members: Dictionary = values
		return each_member(members, convert_item)
	return each_item(values, convert_item)


## The members of a map, each made a JSON value by [param convert_item].
static func each_member(members: Dictionary, convert_item: Callable) -> Dictionary:
	var object := {}
	for name: Variant in members:
		object[name] = convert_item.call(members[name])
	return object


## The items of a list, packed or not, each made a JSON value by [param convert_item].
static func each_item(values: Variant, convert_item: Callable) -> Array:
	var result := []
	for item: Variant in values:
		result.append(convert_item.call(item))
	return result


static func record(value: GdwireData) -> Variant:
	return value.to_value()


static func record_or_null(value: GdwireData) -> Variant:
	if value == null:
		return null
	return value.to_value()


static func or_null(is_null: bool, value: Variant) -> Variant:
	if is_null:
		return null
	return value


static func nullable(value: Variant, convert_item: Callable) -> Variant:
	if value == null:
		return null
	return convert_item.call(value)


static func plain(value: Variant) -> Variant:
	return value


## The 32-bit number that is nearest, as the other side reads it.
static func float32(value: float) -> float:
	return GdwireFloat32.narrow(value)


## Any JSON value: a copy, with packed arrays as arrays.
static func json(value: Variant) -> Variant:
	if value is Dictionary or typeof(value) >= TYPE_ARRAY:
		return each(value, json)
	return str(value) if value is StringName else value


static func int64(value: int) -> String:
	return str(value)


static func vector2(v: Vector2) -> Array:
	return [v.x, v.y]


static func vector2i(v: Vector2i) -> Array:
	return [v.x, v.y]


static func vector3(v: Vector3) -> Array:
	return [v.x, v.y, v.z]


static func vector3i(v: Vector3i) -> Array:
	return [v.x, v.y, v.z]


static func vector4(v: Vector4) -> Array:
	return [v.x, v.y, v.z, v.w]


static func quaternion(q: Quaternion) -> Array:
	return [q.x, q.y, q.z, q.w]


static func color(c: Color) -> Array:
	return [c.r, c.g, c.b, c.a]


static func rect2(r: Rect2) -> Array:
	return vector2(r.position) + vector2(r.size)


static func aabb(box: AABB) -> Array:
	return vector3(box.position) + vector3(box.size)


static func plane(p: Plane) -> Array:
	return vector3(p.normal) + [p.d]


static func basis(b: Basis) -> Array:
	return vector3(b.x) + vector3(b.y) + vector3(b.z)


static func transform2d(t: Transform2D) -> Array:
	return vector2(t.x) + vector2(t.y) + vector2(t.origin)


static func transform3d(t: Transform3D) -> Array:
	return basis(t.basis) + vector3(t.origin)


static func node_path(path: NodePath) -> String:
	return str(path)


static func string_name(text: StringName) -> String:
	return str(text)


static func packed_byte_array(bytes: PackedByteArray) -> String:
	return GdwireBlob.base64(bytes)


static func packed_float32(values: PackedFloat32Array) -> String:
	return packed_byte_array(values.to_byte_array())


static func packed_float64(values: PackedFloat64Array) -> String:
	return packed_byte_array(values.to_byte_array())


static func packed_int32(values: PackedInt32Array) -> String:
	return packed_byte_array(values.to_byte_array())
