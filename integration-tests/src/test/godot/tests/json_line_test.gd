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
	_refused("[".repeat(5000), "more than 1024 levels")
	_refused('{"a":'.repeat(5000), "more than 1024 levels")
	_refused("\ufeff{}", "byte order mark")
	var json := JsonLine.new()
	check(not json.read(PackedByteArray([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])), "bytes")
	equal(json.problem, "no UTF-8", "bytes")
	check(not json.read(PackedByteArray([0x7B, 0x7D, 0])), "NUL")
	equal(json.problem, "a NUL character", "NUL")


func test_what_the_engine_takes_though_it_is_no_json_is_refused() -> void:
	for line: String in [
		'{"a":1,}', '{"a":[1 , ]}', '{"a":[[1],]}', '{"a":01}', '{"a":-01}', '{"a":5.}', '{"a":-.5}',
		'{"a":1.e5}', '{"a":00}', '{"a":"\t"}', '{"a":"\u0001"}', '{\u000b"a":1}', '{"a":1}\u000c',
	]:
		_refused(line, "no JSON: a comma before a bracket, a number such as 01, or a control character")


func test_what_only_looks_like_that_is_read() -> void:
	for line: String in [
		'\t{"a":"x,] 01 5. -.5 ,}"}\r', '{"a":"\\"5. 01,]"}', '{"a":[0,-0,0.5,1e05,10.01,-0.0E-07]}',
		'{"a":"The end. Or 007?","b":[ ]}', '{"a":"\\\\","b":"."}',
	]:
		var json := JsonLine.new()
		check(json.read(line.to_utf8_buffer()), line + ": " + json.problem)


func test_an_object_is_read() -> void:
	var json := JsonLine.new()
	check(json.read(' {"a": "ü😀", "b": [1]} '.to_utf8_buffer()), json.problem)
	equal(json.object, {"a": "ü😀", "b": [1.0]}, "object")


func test_numbers_that_the_engine_would_read_wrong() -> void:
	for row: Array in [
		["1e4294967297", INF], ["-1e4294967296", -INF], ["1e-4294967297", 0.0], ["0e99999", 0.0],
		["0.%s1" % "0".repeat(20), 1e-21], ["-0.00012345678901234567", -1.2345678901234567e-4],
		["0.%s1e400" % "0".repeat(400), 0.1], ["1%se-400" % "0".repeat(400), 1.0],
		["12.0000000000000000000000", 12.0], ["0.00100000000000000000001E+3", 1.0],
	]:
		var json := JsonLine.new()
		check(json.read(('{"a":[1,%s ],"b":"%s"}' % [row[0], row[0]]).to_utf8_buffer()), json.problem)
		equal(json.object, {"a": [1.0, row[1]], "b": row[0]}, "a number")


## The search for them once went on for ever: a line of 17 bytes stopped the game.
func test_numbers_in_a_row_are_refused_in_time() -> void:
	_refused('{"a":1-1e9999}', "no JSON")
	_refused('{"a":-123-1e999999999456789.5}', "no JSON")
	_refused('{"a":01e999}', "no JSON")
	_refused('{"a":1.2.0000000000000000001e999e999}', "no JSON")
	_refused('{"a":1000000000000.000.000}', "no JSON")
	_refused('{"a":1-1e999,"b":"1-1e999', "no JSON")


func test_integers_are_exact_in_every_spelling() -> void:
	var largest := 9007199254740991
	for whole: int in [
		largest, -largest, largest - 1, 9007199254740881, 999999999999, 999999999999999, 123456789012,
		-99999999999999, 1000000000000, 1, 10, -7, 1234567,
	]:
		var digits := str(whole)
		for zeros in 12:
			var fraction := "." + "0".repeat(zeros) if zeros > 0 else ""
			for text: String in [
				digits + fraction, digits + fraction + "e0", digits + fraction + "E+00",
				digits + "0".repeat(zeros) + "e-%d" % zeros,
			]:
				var json := JsonLine.new()
				check(json.read(('{"a":%s,"b":"%s"}' % [text, text]).to_utf8_buffer()), json.problem)
				equal(json.object, {"a": float(whole), "b": text}, text)
	for zeros in 12:
		var text := "-0.%s%de%d" % ["0".repeat(zeros), largest, zeros + 16]
		var json := JsonLine.new()
		check(json.read(('{"a":%s}' % text).to_utf8_buffer()), json.problem)
		equal(json.object, {"a": float(-largest)}, text)
	for power in range(1, 16):
		var digits := str(largest)
		var text := "%s.%se%d" % [digits.left(-power), digits.right(power), power]
		for spelling: String in [text, text.replace("e", "000e"), "-" + text]:
			var json := JsonLine.new()
			check(json.read(('{"a":%s}' % spelling).to_utf8_buffer()), json.problem)
			equal(json.object, {"a": float(-largest if spelling[0] == "-" else largest)}, spelling)


func test_text_that_only_looks_like_such_numbers_is_kept() -> void:
	for text: String in [
		"1e999", "\\", "\"1e999\"", "\\\"0.00%s" % "1".repeat(30), "\\u0000", "e999,",
		"9007199254740991.0", "90071992547409910e-1,",
	]:
		var line := JSON.stringify({"a": text, text: 1e-300, "b": text}, "", false, true)
		var json := JsonLine.new()
		check(json.read(line.to_utf8_buffer()), json.problem)
		equal(json.object, {"a": text, text: 1e-300, "b": text}, line)


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


func _refused(line: String, problem: String) -> void:
	var json := JsonLine.new()
	check(not json.read(line.to_utf8_buffer()), "refused: " + line.left(20))
	check(json.problem.contains(problem), "%s: %s" % [line.left(20), json.problem])
