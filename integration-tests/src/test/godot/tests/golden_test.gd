extends "res://harness/test_case.gd"
## The generator's goldens at work: unions, tuples, enums of all kinds, kept members and rules.

const Garbler = preload("garbler.gd")
const GdwireDecoded = preload("res://addons/gdwire/decoded.gd")
const GdwireRecord = preload("res://addons/gdwire/record.gd")
const Rich = preload("res://golden/rich.gd")

const KINDS := '"type":"kinds","shape":{"kind":"circle","radius":1},"pair":["a",1,{"name":"n"},"!"]'
const GARBLED := 6000
const LEAST := KINDS + ',"level":0,"mixture":true'


func test_unions() -> void:
	var kinds := _kinds('"shapes":[{"kind":"square","side":2},{"kind":3.0}]')
	check(kinds.shape is Rich.Circle, "a circle")
	check(kinds.shapes[0] is Rich.Square and kinds.shapes[1] is Rich.Solid, "a square, a solid")
	_fault('"shapes":[{"kind":"x"}]',
			'$.shapes[0].kind: expected one of "circle", "square", 3, got "x"')
	_fault('"shapes":[{"kind":true}]',
			'$.shapes[0].kind: expected one of "circle", "square", 3, got true')
	_fault('"shapes":[{"kind":{}}]',
			'$.shapes[0].kind: expected one of "circle", "square", 3, got object')
	_fault('"shapes":[{"side":1}]', "$.shapes[0].kind: expected a value, got nothing")
	_fault('"shapes":[[]]', "$.shapes[0]: expected object, got array")
	_fault('"maybe_shape":4', "$.maybe_shape: expected object or null, got integer")
	_fault('"shape_map":{"a b":{"kind":"circle","radius":"x"}}',
			'$.shape_map["a b"].radius: expected number, got string')
	equal(_kinds('"maybe_shape":null').is_maybe_shape_null(), true)
	equal(_kinds("").has_maybe_shape(), false)


func test_unions_that_a_program_sets() -> void:
	var kinds := _kinds("")
	kinds.shape = Rich.Node_.of("n")
	equal(kinds.validate(), "$.shape: expected object of a class of its union, got object of another class")
	kinds.shape = null
	equal(kinds.validate(), "$.shape: expected object, got null")
	kinds.shape = Rich.Square.of(9007199254740992)
	equal(kinds.validate(), "$.shape.side: expected integer within +-(2^53-1), got integer")
	kinds.shape = Rich.Square.of(1)
	kinds.shape_map = {"a": 5}
	equal(kinds.validate(), "$.shape_map.a: expected object, got integer")
	kinds.shape_map = {"a": Rich.Circle.of(INF)}
	equal(kinds.validate(), "$.shape_map.a.radius: expected finite number, got Infinity")
	equal(Rich.Shape.from_dict({"kind": 3}) is Rich.Solid, true)


func test_tuples() -> void:
	var kinds := _kinds('"pairs":[["b",null,{"name":"n"},"!"]]')
	equal([kinds.pair.name, kinds.pair.count, kinds.pairs[0].is_count_null()], ["a", 1, true])
	equal(kinds.pair.to_json(), '["a",1,{"name":"n"},"!"]')
	equal(kinds.pair.equals(Rich.Pair.from_array(["a", 1.0, {"name": "n"}, "!"])), true)
	_fault('"pairs":[{}]', "$.pairs[0]: expected array, got object")
	_fault('"pairs":[[]]', "$.pairs[0]: expected 4 items, got 0 items")
	_fault('"pairs":[["a",1,{"name":"n"},"!",5]]', "$.pairs[0]: expected 4 items, got 5 items")
	_fault('"pairs":[["a","b",{"name":"n"},"!"]]', "$.pairs[0][1]: expected integer or null, got string")
	_fault('"pairs":[["a",1,{},"!"]]', "$.pairs[0][2].name: expected a value, got nothing")
	_fault('"pairs":[["a",1,{"name":"n"},"?"]]', '$.pairs[0][3]: expected "!", got "?"')
	var same := '["a",1,{"name":"n"},"!"]'
	_fault('"pairs":[%s,%s]' % [same, same], "$.pairs: expected items that all differ, got the same at 0 and 1")
	kinds.pair = null
	equal(kinds.validate(), "$.pair: expected array, got null")
	equal(_kinds("").first.name, "a", "a default")


func test_enums() -> void:
	equal(_kinds('"levels":[10,-1.0]').levels, PackedInt64Array([10, -1]))
	equal(_kinds('"sign":"<="').sign, Rich.Sign.LESS_THAN_SIGN_EQUALS_SIGN)
	_fault('"levels":[5]', "$.levels[0]: expected one of -1, 0, 10, got 5")
	_fault('"levels":["x"]', "$.levels[0]: expected integer, got string")
	_fault('"level_or_null":true', "$.level_or_null: expected integer or null, got boolean")
	equal(_kinds('"mixtures":["1",15.0,1.5,true]').mixtures, ["1", 15, 1.5, true])
	_fault('"mixtures":[1]', '$.mixtures[0]: expected one of 1.5, 15, -1, "1", true, got 1')
	_fault('"mixtures":[[]]', '$.mixtures[0]: expected one of 1.5, 15, -1, "1", true, got array')
	_fault('"mixtures":[15,15.0]', "$.mixtures: expected items that all differ, got the same at 0 and 1")
	equal(_kinds('"mixture_or_null":null').is_mixture_or_null_null(), true)
	equal(_kinds('"mood":"odd"').mood, "odd")
	equal(Rich.Mood.VALUES, PackedStringArray(["calm", "wild"]))
	_fault('"mood":""', "$.mood: expected at least 1 characters, got 0 characters")
	_fault('"mood":"","id":5', "$.mood: expected at least 1 characters, got 0 characters")
	_fault('"moods":["a",""]', "$.moods[1]: expected at least 1 characters, got 0 characters")
	_fault('"moods":[1]', "$.moods[0]: expected string, got integer")
	equal(_kinds('"moods":["wild","x"],"speeds":[7,null]').moods, PackedStringArray(["wild", "x"]))
	var kinds := _kinds("")
	equal([kinds.default_mood, kinds.speed], ["mild", Rich.Speed.VALUE_9])
	kinds.moods = PackedStringArray([""])
	equal(kinds.validate(), "$.moods[0]: expected at least 1 characters, got 0 characters")
	kinds.clear_moods()
	kinds.mixture = Vector2.ONE
	equal(kinds.validate(), '$.mixture: expected one of 1.5, 15, -1, "1", true, got Vector2')
	kinds.mixture = 15.0
	equal(kinds.validate(), "")
	kinds.level = 7
	equal(kinds.validate(), "$.level: expected one of -1, 0, 10, got 7")


func test_lists_in_maps() -> void:
	var kinds := _kinds('"flag_lists":{"a":[true]},"sign_lists":{"a":["c"]},'
			+ '"pair_lists":{"a":[["b",null,{"name":"n"},"!"]]}')
	equal(kinds.sign_lists, {"a": PackedStringArray(["c"])})
	kinds.flag_lists = {"a": [1]}
	equal(kinds.validate(), "$.flag_lists.a[0]: expected boolean, got integer")
	kinds.flag_lists = {"a": [true]}
	kinds.pair_lists = {"a": [Rich.Node_.of("n")]}
	equal(kinds.validate(), "$.pair_lists.a[0]: expected array, got Object")


func test_formats() -> void:
	_fault('"id":"x","days":5', '$.id: expected text of the format uuid, got "x"')
	_fault('"days":["2020-02-30"]', '$.days[0]: expected text of the format date, got "2020-02-30"')
	_fault('"mail":"x","start":7', "$.start: expected one of -1, 0, 10, got 7")
	_fault('"mail":"x"', '$.mail: expected text of the format email, got "x"')
	var kinds := _kinds("")
	kinds.id = "y"
	equal(kinds.validate(), '$.id: expected text of the format uuid, got "y"')


func test_packed_numbers() -> void:
	var kinds := _kinds('"floats":"AACAPwAAAMA=","doubles":"mpmZmZmZuT8=","ints":"//////8A"')
	equal(kinds, null, "6 bytes of integers")
	kinds = _kinds('"floats":"AACAPwAAAMA=","doubles":"mpmZmZmZuT8=","ints":"/////wEAAAA="')
	equal(kinds.floats, PackedFloat32Array([1.0, -2.0]))
	equal(kinds.doubles, PackedFloat64Array([0.1]))
	equal(kinds.ints, PackedInt32Array([-1, 1]))
	equal(kinds.wave, PackedFloat32Array([1.0]), "a default")
	equal(_kinds('"floats":""').floats, PackedFloat32Array())
	_fault('"floats":"AAA"', '$.floats: expected base64, got "AAA"')
	_fault('"floats":"AAAA"', '$.floats: expected base64 of whole 4-byte numbers, got "AAAA"')
	_fault('"doubles":"AACAPw=="', '$.doubles: expected base64 of whole 8-byte numbers, got "AACAPw=="')
	_fault('"floats":"AACAPwAAgH8="', "$.floats[1]: expected finite number, got Infinity")
	_fault('"doubles":5', "$.doubles: expected string or null, got integer")
	kinds.floats = PackedFloat32Array([1.0, NAN])
	equal(kinds.validate(), "$.floats[1]: expected finite number, got NaN")


func test_json_values() -> void:
	equal(_kinds("").any, [1, {"a": true}], "a default")
	var kinds := _kinds('"any":null')
	equal(kinds.any, null)
	check(kinds.to_line().ends_with(',"any":null}'), "null travels")
	var items := [PackedByteArray([1, 2]), PackedStringArray(["x"]), &"y", 1.5, NAN]
	kinds.any = {"a": items}
	equal(kinds.validate(), "$.any.a[4]: expected finite number, got NaN")
	items[4] = Vector2.ONE
	equal(kinds.validate(), "$.any.a[4]: expected a JSON value, got Vector2")
	items[4] = {5: 6}
	equal(kinds.validate(), "$.any.a[4]: expected names that are strings, got integer")
	items.resize(4)
	equal(kinds.validate(), "")
	check(kinds.to_line().ends_with('"any":{"a":[[1,2],["x"],"y",1.5]}}'), kinds.to_line())
	kinds.any = [kinds]
	equal(kinds.validate(), "$.any[0]: expected a JSON value, got Object")
	var circle := []
	circle.append(circle)
	kinds.any = circle
	check(kinds.validate().ends_with("expected at most 64 levels, got more"), kinds.validate())
	circle.clear()
	_fault('"any":[1e400]', "$.any[0]: expected number within 64-bit float, got integer")
	_fault('"any":%s1%s' % ["[".repeat(65), "]".repeat(65)], "$.any" + "[0]".repeat(64)
			+ ": expected at most 64 levels, got more")


func test_kept_members() -> void:
	var kept: Rich.Kept = _message('{"type":"kept","name":"n","x":5,"a b":10}')
	equal(kept.additional_2, {"x": 5, "a b": 10})
	equal(kept.to_line(), '{"type":"kept","name":"n","x":5,"a b":10}')
	_problem('{"type":"kept","name":"n","x":"y"}', "$.x: expected integer, got string")
	_problem('{"type":"kept","name":"n","x":7}', "$.x: expected a multiple of 5, got 7")
	_problem('{"type":"kept","name":"n","x":5,"y":5,"z":5}', "$: expected at most 3 members, got 4 members")
	_problem('{"type":"kept","name":"n","12345678901":5}',
			'$["12345678901"]: expected a name: at most 10 characters, got 11 characters')
	kept.additional_2 = {"name": 5}
	equal(kept.validate(), "$.name: expected nothing, got integer")
	kept.additional_2 = {"$re": 5}
	equal(kept.validate(), '$["$re"]: expected nothing, got integer')
	kept.additional_2 = {"type": 5}
	equal(kept.validate(), "$.type: expected nothing, got integer")
	kept.additional_2 = {3: 5}
	equal(kept.validate(), "$: expected names that are strings, got integer")
	kept.additional_2 = {&"x": 5}
	equal(kept.validate(), "$: expected names that are strings, got StringName")
	kept.additional_2 = {"x": 10.0}
	equal(kept.validate(), "", "a whole float is an integer")
	kept.additional_2 = {"x": 10.5}
	equal(kept.validate(), "$.x: expected integer, got number")
	kept.additional_2 = {"x": Vector2.ONE}
	equal(kept.validate(), "$.x: expected integer, got Vector2")
	kept.additional_2 = {"x": 3}
	equal(kept.validate(), "$.x: expected a multiple of 5, got 3")


func test_rules() -> void:
	_problem('{"type":"ruled"}', "$.any: expected a value, got nothing")
	_problem('{"type":"ruled","any":1,"scalar":null}', "$.scalar: expected integer or string, got null")
	_problem('{"type":"ruled","any":1,"tree":["a",[5]]}', "$.tree[1][0]: expected string or array, got integer")
	_problem('{"type":"ruled","any":1,"nothing":null}', "$.nothing: expected nothing, got null")
	_problem('{"type":"ruled","any":1,"list":[1]}',
			'$.list: expected at least 1 items as "contains" says, got 0 such items')
	_problem('{"type":"ruled","any":1,"list":[5,"x"]}', "$.list[1]: expected integer, got string")
	_problem('{"type":"ruled","any":1,"texts":{"a":"x"}}',
			'$.texts.a: expected a value that does not fit the schema of "not", got "x"')
	_problem('{"type":"ruled","any":1,"flag":false}', "$.flag: expected true, got false")
	_problem('{"type":"ruled","any":1,"words":["a",5,"bc"]}',
			'$.words[2]: expected text that matches ^\\w$, got "bc"')
	_problem('{"type":"ruled","any":1,"node":{"name":"ab"}}',
			"$.node.left: expected a value, got nothing")
	_problem('{"type":"ruled","any":1,"scalar":"x"}', '$.tree: expected a value beside "scalar", got nothing')
	var ruled: Rich.Ruled = _message('{"type":"ruled","any":[1],"scalar":1,"tree":"a","flag":null}')
	var same: Rich.Ruled = _message('{"flag":null,"type":"ruled","any":[1.0],"scalar":1,"tree":"a"}')
	equal(ruled.equals(same), true)
	ruled.any = [true]
	equal(ruled.equals(same), false)
	ruled.node = Rich.Node_.of("abc")
	equal(ruled.validate(), "")
	ruled.node.left = ruled.node
	check(ruled.validate().ends_with("at most 64 levels, got more"), "a circle is a fault")
	ruled.node.left = null


func test_garbled_messages_are_no_script_error() -> void:
	var valid: Array[Dictionary] = []
	for line in _valid_lines():
		var object: Dictionary = JSON.parse_string(line)
		equal(Rich.decode_line(line).problem(), "", line)
		valid.append(object)
	var garbler := Garbler.new()
	for index in GARBLED:
		var decoded := Rich.new().decode(garbler.garbled(valid[index % valid.size()]))
		_check_round_trip(decoded)
		check(decoded.ok() or not decoded.problem().contains(" , "), "a whole problem")


func test_values_of_any_kind_that_a_program_sets_are_no_script_error() -> void:
	var garbler := Garbler.new()
	for index in GARBLED:
		var kinds := _kinds("")
		kinds.any = [garbler.anything(), garbler.anything()]
		kinds.mixture = garbler.anything()
		kinds.mixtures = [garbler.anything()]
		kinds.shape_map = {"a": garbler.anything()}
		kinds.pair_map = {"a": garbler.anything()}
		check(not kinds.validate().is_empty() or kinds.to_line().length() > 0, "it is written")
		var kept := Rich.Kept.of("n")
		kept.additional_2 = {garbler.anything(): garbler.anything()}
		kept.additional_2["x"] = garbler.anything()
		check(not kept.validate().is_empty() or kept.to_line().length() > 0, "it is written")
		var ruled := Rich.Ruled.of(garbler.anything())
		ruled.tree = garbler.anything()
		ruled.scalar = garbler.anything()
		ruled.words = [garbler.anything()]
		ruled.texts = {"a": garbler.anything()}
		check(not ruled.validate().is_empty() or ruled.to_line().length() > 0, "it is written")


func test_signals_and_names() -> void:
	equal(Rich.Sign.EMPTY, "")
	equal(Rich.Level.LOWEST, -1)
	equal(Rich.Mixture.VALUE_1_5, 1.5)


func _valid_lines() -> PackedStringArray:
	return PackedStringArray([
		"{%s}" % LEAST,
		"{%s%s}" % [LEAST, ',"shapes":[{"kind":"square","side":2},{"kind":3,"inside":{"kind":3}}]'
			+ ',"maybe_shape":null,"shape_map":{"a":{"kind":"circle","radius":2,"holes":[]}}'],
		"{%s%s}" % [LEAST, ',"pairs":[["b",null,{"name":"n"},"!"]],"pair_map":{"a":null}'
			+ ',"levels":[10,0],"level_or_null":null,"mixtures":[1.5,"1"],"mixture_or_null":null'],
		"{%s%s}" % [LEAST, ',"id":"00000000-0000-0000-0000-000000000000","days":["2020-02-29"]'
			+ ',"mail":"a@b.c","floats":"AACAPw==","doubles":null,"ints":"","blocks":["AA=="]'
			+ ',"any":{"a":[1,{"b":null}]}'],
		'{"type":"kept","name":"n","x":5,"additional":3}',
		'{"type":"ruled","any":[1],"scalar":1,"tree":["a",["b"]],"flag":true,"list":[5,6],'
			+ '"texts":{"a":"y"},"words":["a",5],"node":{"name":"abc"}}',
	])


func _kinds(members: String) -> Rich.Kinds:
	return _decoded(members).message


func _decoded(members: String) -> GdwireDecoded:
	var decoded := Rich.decode_line("{%s%s}" % [LEAST, "" if members.is_empty() else "," + members])
	_check_round_trip(decoded)
	return decoded


func _message(line: String) -> GdwireRecord:
	var decoded := Rich.decode_line(line)
	equal(decoded.problem(), "", line)
	_check_round_trip(decoded)
	return decoded.message


func _check_round_trip(decoded: GdwireDecoded) -> void:
	if not decoded.ok():
		return
	equal(decoded.message.validate(), "")
	var line := Rich.encode_line(decoded.message)
	var again := Rich.decode_line(line)
	equal(again.problem(), "", line)
	if again.ok():
		equal(Rich.encode_line(again.message), line)
		equal(JSON.parse_string(decoded.message.to_json()),
				JSON.parse_string(JSON.stringify(decoded.message.to_dict())), "one JSON")


func _fault(members: String, problem: String) -> void:
	equal(_decoded(members).problem(), problem, members)


func _problem(line: String, problem: String) -> void:
	equal(Rich.decode_line(line).problem(), problem, line)
