extends RefCounted
## Makes messages wrong, the same ones on every run.

var _random := RandomNumberGenerator.new()


func _init() -> void:
	_random.seed = 1


## A copy of a message with one or two of its values lost or changed.
func garbled(message: Dictionary) -> Dictionary:
	var copy := message.duplicate(true)
	for change in _random.randi_range(1, 2):
		_garble(copy)
	return copy


func _garble(container: Variant) -> void:
	if container is Dictionary:
		var fields: Dictionary = container
		var names := fields.keys()
		names.erase("type")
		if names.is_empty():
			return
		var name: Variant = names[_random.randi() % names.size()]
		if _goes_in(fields[name]):
			_garble(fields[name])
		elif _random.randf() < 0.2:
			fields.erase(name)
		else:
			fields[name] = anything()
	elif container is Array:
		var items: Array = container
		var index := _random.randi() % items.size()
		if _goes_in(items[index]):
			_garble(items[index])
		else:
			items[index] = anything()


func _goes_in(value: Variant) -> bool:
	if value is Dictionary:
		var fields: Dictionary = value
		return not fields.is_empty() and _random.randf() < 0.7
	if value is Array:
		var items: Array = value
		return not items.is_empty() and _random.randf() < 0.7
	return false


## A value of any kind, JSON or not.
func anything() -> Variant:
	var all: Array = [
		null, true, 0.0, -1.0, 1.5, 1e19, 4e38, INF, -INF, NAN, 9007199254740993.0, "", "red", "12-x",
		"\u0001", "99999999999999999999", [], [null], [[]], [1.0, "x"], {}, {"name": "x"}, {"a": {}},
		{"": null}, 7, 9223372036854775807, &"name", Vector3.ONE, PackedFloat32Array([NAN]),
		{1: 2}, self, PackedByteArray([1]), PackedStringArray(["x"]), {&"kind": 3}, {"kind": "square"},
		"AAAA", "AACAPw==", {"a": [INF]}, [[[self]]], -0.0, 15, {"$re": 5},
	]
	return all[_random.randi() % all.size()]
