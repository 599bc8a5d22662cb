extends SceneTree
## Decodes each line of verdicts.txt, and garbled copies of the valid ones, with generated code.

const Rich = preload("res://rich/rich.gd")
const GdwireMessage = preload("res://addons/gdwire/message.gd")
const GARBLED := 4000

var _failures: int = 0
var _random := RandomNumberGenerator.new()


func _initialize() -> void:
	var valid: Array[Dictionary] = []
	var lines := FileAccess.get_file_as_string("res://verdicts.txt").split("\n", false)
	var count := 0
	for line in lines:
		if not line.begins_with("#"):
			count += 1
			_check(line, valid)
	print("verdicts done: %d checked, %d failed" % [count, _failures])
	_random.seed = 1
	for index in GARBLED:
		_check_garbled(valid[index % valid.size()])
	print("garbled done: %d checked, %d failed" % [GARBLED, _failures])
	quit()


func _check(line: String, valid: Array[Dictionary]) -> void:
	var cut := line.rfind(" => ")
	var json := line.left(cut)
	var expected := line.substr(cut + 4)
	var decoded := Rich.decode_line(json)
	var actual := "ok" if decoded.ok() else decoded.problem()
	if actual != expected:
		_fail(json, expected, actual)
	elif decoded.ok():
		var object: Dictionary = JSON.parse_string(json)
		valid.append(object)
		_check_round_trip(decoded.message, json)


func _check_round_trip(message: GdwireMessage, json: String) -> void:
	if message.validate() != "":
		_fail(json, "valid", message.validate())
	var line := Rich.encode_line(message)
	var again := Rich.decode_line(line)
	if not again.ok():
		_fail(line, "ok", again.problem())
	elif again.message.to_dict() != message.to_dict():
		_fail(line, str(message.to_dict()), str(again.message.to_dict()))
	elif Rich.encode_line(again.message) != line:
		_fail(json, line, Rich.encode_line(again.message))


func _check_garbled(object: Dictionary) -> void:
	var copy := object.duplicate(true)
	for change in _random.randi_range(1, 2):
		_garble(copy)
	var decoded := Rich.new().decode(copy)
	if decoded.ok():
		_check_round_trip(decoded.message, str(copy))
	elif decoded.path.is_empty() or decoded.expected.is_empty() or decoded.actual.is_empty():
		_fail(str(copy), "a whole problem", decoded.problem())


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
			fields[name] = _anything()
	elif container is Array:
		var items: Array = container
		var index := _random.randi() % items.size()
		if _goes_in(items[index]):
			_garble(items[index])
		else:
			items[index] = _anything()


func _goes_in(value: Variant) -> bool:
	if value is Dictionary:
		var fields: Dictionary = value
		return not fields.is_empty() and _random.randf() < 0.7
	if value is Array:
		var items: Array = value
		return not items.is_empty() and _random.randf() < 0.7
	return false


func _anything() -> Variant:
	var all: Array = [
		null, true, 0.0, -1.0, 1.5, 1e19, 4e38, INF, -INF, NAN, 9007199254740993.0, "", "red", "12-x",
		"\u0001", "99999999999999999999", [], [null], [[]], [1.0, "x"], {}, {"name": "x"}, {"a": {}},
		{"": null}, 7, 9223372036854775807, &"name", Vector3.ONE, PackedFloat32Array([NAN]),
		{1: 2}, self,
	]
	return all[_random.randi() % all.size()]


func _fail(json: String, expected: String, actual: String) -> void:
	_failures += 1
	print("FAIL %s\n  expected %s\n  actual   %s" % [json, expected, actual])
