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
	_check_depth()
	_check_states()
	print("api done: %d failed" % _failures)
	quit()


## Deep values end in a fault, not in an exhausted stack.
func _check_depth() -> void:
	var json := '{"name":"x","left":'.repeat(500) + '{"name":"y"}' + "}".repeat(500)
	var decoded := Rich.decode_line('{"type":"states","nothing":null,"node":%s}' % json)
	_equal(decoded.expected, "at most 64 levels")
	var node := Rich.Node_.of("x")
	node.left = node
	_equal(node.validate().contains("at most 64 levels"), true)
	node.left = null


func _check_states() -> void:
	var states := Rich.States.of()
	_equal(states.has_first(), false)
	states.first = 0
	_equal(states.has_first(), true)
	states.clear_first()
	_equal(states.has_first(), false)
	_equal(states.is_nothing_null(), true)
	states.nothing = 0
	_equal(states.is_nothing_null(), false)
	_equal(states.has_maybe(), false)
	states.set_maybe_null()
	_equal([states.has_maybe(), states.is_maybe_null()], [true, true])
	states.maybe = ""
	_equal([states.has_maybe(), states.is_maybe_null()], [true, false])
	states.names.append("x")
	_equal(states.has_names(), true)
	states.clear_names()
	_equal(states.has_names(), false)
	_equal(states.third == null and not states.has_third(), true)
	states.third = null
	_equal([states.has_third(), states.is_third_null()], [true, true])
	_equal(states.equals(Rich.States.of()), false)
	_equal(Rich.States.of().equals(Rich.States.of()), true)
	_equal(states.equals(null), false)
	states.rate = NAN
	_equal(states.validate(), "$.rate: expected number within 64-bit float, got number")
	states.rate = 1.0
	states.tree = null
	_equal(states.validate(), "$.tree: expected object, got null")
	var nested := Rich.Nested.new()
	nested.counts = {"a": 1, "b": "x"}
	_equal(nested.validate(), "$.counts.b: expected integer, got string")
	nested.counts = {}
	nested.groups = {"g": [Rich.Node_.of("n"), 5]}
	_equal(nested.validate(), "$.groups.g[1]: expected object, got integer")


func _equal(actual: Variant, expected: Variant) -> void:
	if actual != expected:
		_fail("api", str(expected), str(actual))


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
