extends "res://harness/test_case.gd"
## JSON in and out of bytes, and UTF-8.

const JsonLine = preload("res://addons/gdwire/json_line.gd")
const Utf8 = preload("res://addons/gdwire/utf8.gd")


func test_utf8_is_told_from_other_bytes() -> void:
	for good: String in ["", "a", "12345678", "123456789", "ü", "€", "😀", "1234567ü", "\u007f"]:
		check(Utf8.is_valid(good.to_utf8_buffer()), "valid: " + good)
	for bad: Array in [
		[0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
		[0xED, 0xA0, 0x80], [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28],
		[0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
		[0xF0, 0x9F, 0x98], [0xFF], [0xFE], [65, 65, 65, 65, 65, 65, 65, 0xBF],
	]:
		check(not Utf8.is_valid(PackedByteArray(bad)), "invalid: %s" % [bad])


func test_every_code_point_survives() -> void:
	for code: int in [1, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF]:
		check(Utf8.is_valid(String.chr(code).to_utf8_buffer()), "valid: U+%04X" % code)


func test_lines_that_are_no_object_are_faults_not_errors() -> void:
	_refused("", "no JSON")
	_refused("[1]", "no JSON object")
	_refused("5", "no JSON object")
	_refused("null", "no JSON object")
	_refused("{", "no JSON")
	_refused('{"a":1} {"b":2}', "no JSON")
	_refused("[".repeat(5000), "no JSON")
	_refused('{"a":'.repeat(5000), "no JSON")
	_refused("\ufeff{}", "byte order mark")
	var json := JsonLine.new()
	check(not json.read(PackedByteArray([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])), "bytes")
	equal(json.problem, "no UTF-8", "bytes")
	check(not json.read(PackedByteArray([0x7B, 0x7D, 0])), "NUL")
	equal(json.problem, "a NUL character", "NUL")


func test_an_object_is_read() -> void:
	var json := JsonLine.new()
	check(json.read(' {"a": "ü😀", "b": [1]} '.to_utf8_buffer()), json.problem)
	equal(json.object, {"a": "ü😀", "b": [1.0]}, "object")


func test_members_that_stand_twice_are_counted_at_the_top_only() -> void:
	_counts('{"a":1}', 0)
	_counts('{"type":"x"}', 1)
	_counts('{"type":"x","type":"y"}', 2)
	_counts('{"type":"x","\\u0074ype":"y"}', 2)
	_counts('{"type":"x","b":{"type":"y"},"c":[{"type":1}]}', 1)
	_counts('{"b":"\\"type\\"","type" : "type"}', 1)
	_counts('{"b":"{","c":"type","type":"x"}', 1)


func test_control_characters_are_escaped() -> void:
	for code: int in range(1, 0x80):
		var value := {"key": "\\v\\" + String.chr(code) + "\\", String.chr(code): 1}
		var text := JsonLine.write(value)
		for byte: int in text.to_utf8_buffer():
			check(byte >= 32, "raw control character %d in %s" % [code, text])
		check(not text.replace("\\\\", "").contains("\\v"), "\\v in " + text)
		var json := JsonLine.new()
		check(json.read(text.to_utf8_buffer()), json.problem)
		equal(json.object["key"], value["key"], "code %d" % code)


func test_numbers_keep_full_precision() -> void:
	equal(JsonLine.write({"n": 123456789.123456789}), '{"n":123456789.12345679}', "digits")
	equal(JsonLine.write({"n": 1e-300}), '{"n":1e-300}', "small")
	equal(JsonLine.write({"n": 9007199254740993}), '{"n":9007199254740993}', "integer")


func test_what_json_cannot_say_is_refused_with_its_place() -> void:
	equal(JsonLine.fault_in({"a": [1, {"b": NAN}]}), "$.a[1].b: nan is no JSON number", "NaN")
	equal(JsonLine.fault_in({"a": INF}), "$.a: inf is no JSON number", "infinity")
	equal(JsonLine.fault_in({"a": PackedFloat32Array([1, INF])}), "$.a[1]: inf is no JSON number")
	equal(JsonLine.fault_in({"a": Vector2.ONE}), "$.a: a Vector2 is no JSON value", "native")
	equal(JsonLine.fault_in({1: 2}), "$: the name 1 is no String", "name")
	equal(JsonLine.fault_in({"a": [null, true, 1, 1.5, "x", {}, [], &"n"]}), "", "fine")
	var loop := []
	loop.append(loop)
	check(JsonLine.fault_in({"a": loop}).ends_with("nested deeper than 256"), "a loop")
	loop.clear()


func _counts(text: String, expected: int) -> void:
	var json := JsonLine.new()
	check(json.read(text.to_utf8_buffer()), json.problem)
	equal(json.count("type"), expected, text)


func _refused(line: String, problem: String) -> void:
	var json := JsonLine.new()
	check(not json.read(line.to_utf8_buffer()), "refused: " + line.left(20))
	check(json.problem.contains(problem), "%s: %s" % [line.left(20), json.problem])
