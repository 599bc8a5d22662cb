extends "res://harness/test_case.gd"
## What generated code says of JSON: the same verdicts, in the same words, as in Java.

const Garbler = preload("garbler.gd")
const GdwireDecoded = preload("res://addons/gdwire/decoded.gd")
const GdwireMessage = preload("res://addons/gdwire/message.gd")
const GdwireNumberText = preload("res://addons/gdwire/number_text.gd")
const Rich = preload("res://rich/rich.gd")
const GARBLED := 4000

var _garbler := Garbler.new()


func test_every_verdict_is_as_the_table_says() -> void:
	for line in _table("rich"):
		_check_verdict(line)


func test_narrowings_are_as_the_table_says() -> void:
	for line in _table("narrowings"):
		_check_verdict(line)


func test_garbled_messages_are_no_script_error() -> void:
	var valid: Array[Dictionary] = []
	for line in _table("rich"):
		if line.ends_with(" => ok"):
			var object: Dictionary = JSON.parse_string(line.left(line.rfind(" => ")))
			valid.append(object)
	for index in GARBLED:
		_check_garbled(valid[index % valid.size()])


func test_the_verdicts_of_patterns() -> void:
	for line in _table("patterns"):
		var row: Dictionary = JSON.parse_string(line)
		var regex := RegEx.create_from_string(str(row["portable"]))
		check(regex.is_valid(), "%s compiles" % row["portable"])
		equal(regex.search(str(row["text"])) != null, row["found"], line)


func test_values_that_are_too_deep() -> void:
	var json := '{"name":"x","left":'.repeat(500) + '{"name":"y"}' + "}".repeat(500)
	var decoded := Rich.decode_line('{"type":"states","nothing":null,"node":%s}' % json)
	equal(decoded.expected, "at most 64 levels")
	var node := Rich.Node_.of("x")
	node.left = node
	equal(node.validate().contains("at most 64 levels"), true)
	node.left = null


func test_values_that_a_program_sets() -> void:
	var states := Rich.States.of()
	equal(states.has_first(), false)
	states.first = 0
	equal(states.has_first(), true)
	states.clear_first()
	equal(states.has_first(), false)
	equal(states.is_nothing_null(), true)
	states.nothing = 0
	equal(states.is_nothing_null(), false)
	equal(states.has_maybe(), false)
	states.set_maybe_null()
	equal([states.has_maybe(), states.is_maybe_null()], [true, true])
	states.maybe = ""
	equal([states.has_maybe(), states.is_maybe_null()], [true, false])
	states.names.append("x")
	equal(states.has_names(), true)
	states.clear_names()
	equal(states.has_names(), false)
	equal(states.third == null and not states.has_third(), true)
	states.third = null
	equal([states.has_third(), states.is_third_null()], [true, true])
	equal(states.equals(Rich.States.of()), false)
	equal(Rich.States.of().equals(Rich.States.of()), true)
	equal(states.equals(null), false)
	states.rate = NAN
	equal(states.validate(), "$.rate: expected finite number, got NaN")
	states.rate = 1.0
	states.tree = null
	equal(states.validate(), "$.tree: expected object, got null")
	var nested := Rich.Nested.new()
	nested.counts = {"a": 1, "b": "x"}
	equal(nested.validate(), "$.counts.b: expected integer, got string")
	nested.counts = {}
	nested.groups = {"g": [Rich.Node_.of("n"), 5]}
	equal(nested.validate(), "$.groups.g[1]: expected object, got integer")


func _table(name: String) -> PackedStringArray:
	var rows := PackedStringArray()
	for line in FileAccess.get_file_as_string("res://verdicts/%s.txt" % name).split("\n", false):
		if not line.begins_with("#"):
			rows.append(line)
	check(not rows.is_empty(), "the table %s has rows" % name)
	return rows


func _check_verdict(line: String) -> void:
	var cut := line.rfind(" => ")
	var json := line.left(cut)
	var decoded := Rich.decode_line(json)
	equal(_verdict(decoded), line.substr(cut + 4), json)
	if decoded.ok():
		_check_round_trip(decoded.message, json)


func _verdict(decoded: GdwireDecoded) -> String:
	if decoded.ok():
		return "ok"
	if decoded.expected == "JSON object" and decoded.actual.begins_with("malformed JSON"):
		return "malformed"
	return decoded.problem()


func _check_round_trip(message: GdwireMessage, json: String) -> void:
	equal(message.validate(), "", json)
	var line := Rich.encode_line(message)
	var again := Rich.decode_line(line)
	equal(again.problem(), "", line)
	if again.ok():
		equal(Rich.encode_line(again.message), line, json)


func _check_garbled(object: Dictionary) -> void:
	var decoded := Rich.new().decode(_garbler.garbled(object))
	if decoded.ok():
		_check_round_trip(decoded.message, Rich.encode_line(decoded.message))
	else:
		check(not (decoded.path.is_empty() or decoded.expected.is_empty()
			or decoded.actual.is_empty()), "a whole problem: " + decoded.problem())
