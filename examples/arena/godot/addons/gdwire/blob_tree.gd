extends RefCounted
## Puts blobs into the line that they stand before: it means what it would with the base64 of the
## blob in place of each object [code]{"$blob":0}[/code], wherever that stands.

const GdwireBlob = preload("blob.gd")
const Self = preload("blob_tree.gd")

## The only member of an object that stands for a blob.
const MEMBER := "$blob"
const _NAME := '"$blob"'

## Objects and arrays in each other, the outermost first; what is in them, and how far that was seen.
## There is no call for each level: they can be 1,024.
var _containers: Array = []
var _values: Array[Array] = []
## The names of the members; empty for arrays.
var _keys: Array[Array] = []
var _positions: PackedInt32Array = PackedInt32Array()
## The value that came last.
var _last: Variant = null


## Puts a [code]blob.gd[/code] in place of each such object. Gives why that cannot be done; empty when
## each of the blobs has its one place.
## [param text] is the line.
static func fill(object: Dictionary, text: String, blobs: Array[PackedByteArray]) -> String:
	if _is_place(object):
		return "no JSON object"
	var is_spelt_out := text.count(_NAME) == blobs.size() and not text.contains("\\u")
	if is_spelt_out and _fill_members(object, blobs):
		return ""
	var used := PackedByteArray()
	used.resize(blobs.size())
	var tree := Self.new()
	tree._enter(object)
	while not tree._values.is_empty():
		var value: Variant = tree._next()
		if not value is Dictionary:
			continue
		var members: Dictionary = value
		if not _is_place(members):
			continue
		var index := _index(members[MEMBER], blobs.size())
		if index < 0:
			return (
				"$blob must be an integer from 0 to %d, the number of a blob before the line"
				% (blobs.size() - 1)
			)
		if used[index] > 0:
			return "blob %d has two places in its line" % index
		used[index] = 1
		tree._put(GdwireBlob.new(blobs[index]))
	var unused := used.find(0)
	return "" if unused < 0 else "blob %d has no place in its line" % unused


## Puts base64 in place of each blob of [method fill].
static func spell_out(object: Dictionary) -> void:
	var tree := Self.new()
	tree._enter(object)
	while not tree._values.is_empty():
		var value: Variant = tree._next()
		if value is GdwireBlob:
			var blob: GdwireBlob = value
			tree._put(GdwireBlob.base64(blob.bytes))


## The quick way where each blob is the value of a member of the line, in their order, and nothing else
## is called so; else nothing is changed.
static func _fill_members(object: Dictionary, blobs: Array[PackedByteArray]) -> bool:
	var keys := []
	for key: Variant in object:
		var value: Variant = object[key]
		if value is Dictionary:
			var members: Dictionary = value
			if _is_place(members):
				if _index(members[MEMBER], blobs.size()) != keys.size():
					return false
				keys.append(key)
	if keys.size() < blobs.size():
		return false
	for i in blobs.size():
		object[keys[i]] = GdwireBlob.new(blobs[i])
	return true


static func _is_place(members: Dictionary) -> bool:
	return members.size() == 1 and members.has(MEMBER)


static func _index(number: Variant, count: int) -> int:
	if not number is float:
		return -1
	var value: float = number
	return int(value) if value == floorf(value) and value >= 0.0 and value < count else -1


## The next value in the order of the text, those in it after it; null at the end of an object or
## array.
func _next() -> Variant:
	if _last is Dictionary or _last is Array:
		_enter(_last)
	_last = null
	var values := _values[-1]
	var position := _positions[-1]
	if position == values.size():
		_containers.pop_back()
		_values.pop_back()
		_keys.pop_back()
		_positions.resize(_positions.size() - 1)
	else:
		_positions[-1] = position + 1
		_last = values[position]
	return _last


## Puts another in place of the value that came last.
func _put(value: Variant) -> void:
	var position := _positions[-1] - 1
	if _containers[-1] is Dictionary:
		var members: Dictionary = _containers[-1]
		members[_keys[-1][position]] = value
	else:
		_values[-1][position] = value
	_last = null


func _enter(container: Variant) -> void:
	_containers.append(container)
	_positions.append(0)
	if container is Dictionary:
		var members: Dictionary = container
		_values.append(members.values())
		_keys.append(members.keys())
	else:
		_values.append(container)
		_keys.append([])
