extends "res://harness/test_case.gd"
## What rules say of values: every keyword, the first fault, and the deepest of several.

const GdwireFault = preload("res://addons/gdwire/fault.gd")
const GdwireJsonEquality = preload("res://addons/gdwire/json_equality.gd")
const GdwireRule = preload("res://addons/gdwire/rule.gd")

const RULES: Dictionary = {
	"deep": {"allOf": [{"oneOf": [{"type": "string"}, {"if": {"type": "array"}, "then": {
		"items": {"anyOf": [{"type": "null"}, {"$ref": "deep"}]}}, "else": false}]}]},
	"tree": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "tree"}}]},
}


func test_rules_that_are_flags() -> void:
	_fits(1, true)
	_fault(1, false, "$: expected nothing, got integer")
	_fault({"a": [1]}, {"properties": {"a": {"items": false}}}, "$.a[0]: expected nothing, got integer")


func test_types() -> void:
	_fits(1.0, {"type": "integer"})
	_fits(1, {"type": "number"})
	_fits(1e300, {"type": "integer"})
	_fits(&"a", {"type": "string"})
	_fits(PackedInt32Array([1]), {"type": "array"})
	_fault(1.5, {"type": ["integer", "string"]}, "$: expected integer or string, got number")
	_fault(null, {"type": "object"}, "$: expected object, got null")
	_fault(true, {"type": "number"}, "$: expected number, got boolean")


func test_constants_are_equal_as_json() -> void:
	_fits(1, {"const": 1.0})
	_fits([1, {"a": 2.0, "b": [-0.0]}], {"const": [1.0, {"b": [0], "a": 2}]})
	_fits(PackedFloat32Array([1.0]), {"const": [1]})
	_fault(true, {"const": 1}, "$: expected 1, got true")
	_fault([true], {"const": [1]}, "$: expected [1], got array")
	_fault({"a": 1}, {"const": {"a": 1, "b": null}}, '$: expected {"a":1,"b":null}, got object')
	_fault("x", {"enum": [1, "a", null]}, '$: expected one of 1, "a", null, got "x"')
	_fits(1, {"enum": [true, 1.0]})
	_fault(0, {"enum": [false, ""]}, '$: expected one of false, "", got 0')


func test_deep_values_are_compared_to_their_end() -> void:
	for levels: int in [1, 49, 52, 62]:
		for nest: Callable in [_nested_array, _nested_object]:
			var one: Variant = nest.call(levels, 1)
			var same: Variant = nest.call(levels, 1.0)
			var other: Variant = nest.call(levels, 2)
			_fits(same, {"const": one})
			_fits(same, {"enum": [other, one]})
			_fits([one, other], {"uniqueItems": true})
			check(GdwireRule.fault_of([], null, other, {"const": one}, {}).found(), "const")
			check(GdwireRule.fault_of([], null, other, {"enum": [0, one]}, {}).found(), "enum")
			_fault([one, other, same], {"uniqueItems": true},
					"$: expected items that all differ, got the same at 0 and 2")


func test_equality_and_keys_say_the_same() -> void:
	var values: Array = [
		null, true, false, 0, 0.0, -0.0, 1, 1.0, "", "1", &"1", "true", [], {}, [[]], [{}], [0], [-0.0],
		["1"], [&"1"], [true], [null], PackedFloat64Array([1.0]), PackedInt32Array([1]), [1], {"a": 1},
		{&"a": 1.0}, {"a": null}, {"b": 1}, {"a": 1, "b": [2.0]}, {"b": [2], "a": 1.0}, [1, 2], [2, 1],
		9007199254740991, 9007199254740990, 1e300, 0.5, [0.5], "\u0041", "A", "a", "\ud83d\ude00",
	]
	for one: Variant in values:
		for other: Variant in values:
			var keys := {GdwireJsonEquality.key(one): true}
			var same := GdwireJsonEquality.equal(one, other)
			equal(keys.has(GdwireJsonEquality.key(other)), same, "key of %s, %s" % [one, other])
			if not one is StringName:
				equal(GdwireJsonEquality.has([one], other), same, "index of %s, %s" % [one, other])


func test_numbers_are_found_among_integers_and_others() -> void:
	var values: Array = [true, "1", 1, 2.0, 123456789012345678, 1e300, 0, [1], null]
	equal(GdwireJsonEquality.index(values, 1.0), 2)
	equal(GdwireJsonEquality.index(values, 2), 3)
	equal(GdwireJsonEquality.index(values, 123456789012345680.0), 4)
	equal(GdwireJsonEquality.index(values, 1e300), 5)
	equal(GdwireJsonEquality.index(values, -0.0), 6)
	equal(GdwireJsonEquality.index(values, false), -1)
	equal(GdwireJsonEquality.index(values, 1.5), -1)


func test_numbers() -> void:
	_fault(2, {"minimum": 3}, "$: expected at least 3, got 2")
	_fault(3.5, {"maximum": 3}, "$: expected at most 3, got 3.5")
	_fault(3, {"exclusiveMinimum": 3.0}, "$: expected more than 3, got 3")
	_fault(3, {"exclusiveMaximum": 3}, "$: expected less than 3, got 3")
	_fits("2", {"minimum": 3, "maximum": 1, "multipleOf": 7})


func test_multiples_are_decimal() -> void:
	_fault(7, {"multipleOf": 3}, "$: expected a multiple of 3, got 7")
	_fits(0, {"multipleOf": 0.1})
	_fits(-0.3, {"multipleOf": 0.1})
	_fits(0.0075, {"multipleOf": 0.0001})
	_fault(0.00751, {"multipleOf": 0.0001}, "$: expected a multiple of 0.0001, got 0.00751")
	_fault(1e308, {"multipleOf": 0.123456789}, "$: expected a multiple of 0.123456789, got 1e+308")
	_fits(12391239123, {"multipleOf": 1e-8})
	_fits(1e308, {"multipleOf": 0.5})
	_fits(9007199254740991, {"multipleOf": 6361})
	_fits(3e22, {"multipleOf": 3})
	_fits(3e300, {"multipleOf": 3})
	_fault(1e300, {"multipleOf": 3}, "$: expected a multiple of 3, got 1e+300")
	_fault(1e300, {"multipleOf": 0.3}, "$: expected a multiple of 0.3, got 1e+300")
	_fits(-9e300, {"multipleOf": 0.3})
	_fits(1e300, {"multipleOf": 1e-300})
	_fault(1e300, {"multipleOf": 3e-300}, "$: expected a multiple of 3e-300, got 1e+300")
	_fault(1e299, {"multipleOf": 1e300}, "$: expected a multiple of 1e+300, got 1e+299")
	_fits(0, {"multipleOf": 1e300})
	_fault(1e-300, {"multipleOf": 1e-299}, "$: expected a multiple of 1e-299, got 1e-300")
	_fits(1000, {"multipleOf": 1e3})
	_fits(35, {"multipleOf": 3.5})
	_fault(1, {"multipleOf": 1e300}, "$: expected a multiple of 1e+300, got 1")


func test_texts() -> void:
	_fault("é", {"minLength": 2}, "$: expected at least 2 characters, got 1 characters")
	_fault("a😀", {"maxLength": 1}, "$: expected at most 1 characters, got 2 characters")
	_fault("b1", {"pattern": "^a"}, '$: expected text that matches ^a, got "b1"')
	_fault("ab", {"pattern": "^\\w$", "portable": {"^\\w$": "\\A[a-z]\\z"}},
			'$: expected text that matches ^\\w$, got "ab"')
	_fault("x", {"format": "uuid"}, '$: expected text of the format uuid, got "x"')
	_fits(5, {"minLength": 2, "pattern": "x", "format": "uuid"})


func test_arrays() -> void:
	_fault([1], {"minItems": 2}, "$: expected at least 2 items, got 1 items")
	_fault([1, 2], {"maxItems": 1}, "$: expected at most 1 items, got 2 items")
	_fault([{"a": 1, "b": 2}, 0, {"b": 2.0, "a": 1}], {"uniqueItems": true},
			"$: expected items that all differ, got the same at 0 and 2")
	_fits([1, true, "1", [1], [true], null, [[]], [], {}], {"uniqueItems": true})
	_fault([1, "a", 2], {"prefixItems": [true, {"type": "string"}], "items": {"type": "string"}},
			"$[2]: expected string, got integer")
	_fault(["x"], {"prefixItems": [{"type": "null"}]}, "$[0]: expected null, got string")
	_fits([], {"prefixItems": [{"type": "null"}]})


func test_contains() -> void:
	var big := {"minimum": 5}
	_fits([1, 9], {"contains": big})
	_fault([], {"contains": big}, '$: expected at least 1 items as "contains" says, got 0 such items')
	_fits([], {"contains": big, "minContains": 0})
	_fault([6, 7, 8], {"contains": big, "maxContains": 2},
			'$: expected at most 2 items as "contains" says, got 3 such items')


func test_objects() -> void:
	_fault({}, {"minProperties": 1}, "$: expected at least 1 members, got 0 members")
	_fault({"a": 1}, {"maxProperties": 0}, "$: expected at most 0 members, got 1 members")
	_fault({"b": 1}, {"required": ["b", "a"]}, "$.a: expected a value, got nothing")
	_fault({"a": {}}, {"properties": {"a": {"required": ["x"]}}}, "$.a.x: expected a value, got nothing")
	_fault({"a": 1}, {"dependentRequired": {"a": ["b c"]}},
			'$["b c"]: expected a value beside "a", got nothing')
	_fault({"b": 1, "a": 2}, {"properties": {"a": {"type": "null"}, "b": {"type": "null"}}},
			"$.a: expected null, got integer")
	var rule := {"properties": {"a": true}, "patternProperties": {"^x": {"type": "string"}},
			"additionalProperties": {"type": "null"}}
	_fits({"a": 1, "xy": "t", "b": null}, rule)
	_fault({"xy": 1}, rule, "$.xy: expected string, got integer")
	_fault({"c": 1, "b": 1}, rule, "$.b: expected null, got integer")
	_fault({"abc": 1}, {"propertyNames": {"maxLength": 2}},
			"$.abc: expected a name: at most 2 characters, got 3 characters")
	_fault({"a": 1}, {"dependentSchemas": {"a": {"required": ["b"]}}},
			"$.b: expected a value, got nothing")


func test_combinations() -> void:
	_fault(5, {"allOf": [true, {"minimum": 6}, {"minimum": 7}]}, "$: expected at least 6, got 5")
	_fault(5, {"anyOf": [{"type": "string"}, {"type": "null"}, {"type": "string"}]},
			"$: expected string or null, got integer")
	_fault({"a": {"b": 1}}, {"anyOf": [
			{"type": "string"}, {"properties": {"a": {"properties": {"b": {"type": "null"}}}}},
			{"required": ["c"]}]}, "$.a.b: expected null, got integer")
	_fault(5, {"oneOf": [{"minimum": 1}, {"minimum": 2}, {"minimum": 9}]},
			"$: expected a value that fits exactly 1 of 3 schemas, got one that fits 2")
	_fault("x", {"oneOf": [{"const": "a"}, {"const": "b"}]}, '$: expected "a" or "b", got "x"')
	_fault("x", {"not": {"type": "string"}},
			'$: expected a value that does not fit the schema of "not", got "x"')
	var branches := {"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"minimum": 3}}
	_fault("x", branches, "$: expected at least 2 characters, got 1 characters")
	_fault(2, branches, "$: expected at least 3, got 2")
	_fits(2, {"if": {"type": "string"}, "then": false})


func test_rules_refer_to_others() -> void:
	_fits(["a", [["b"], []]], {"$ref": "tree"})
	_fault(["a", [[5], []]], {"$ref": "tree"}, "$[1][0][0]: expected string or array, got integer")


func test_the_deepest_value_under_many_schemas() -> void:
	var value: Variant = "x"
	for level in 64:
		value = [value]
	_fits(value, {"$ref": "deep"})
	var rule: Variant = {"type": "string"}
	for level in 1000:
		rule = {"anyOf": [rule]}
	equal(GdwireRule.fault_of([], null, "x", rule, {}).problem(),
			"$: expected at most 400 schemas inside of schemas, got more")


func test_the_first_keyword_in_order_is_reported() -> void:
	_fault("x", {"minLength": 2, "pattern": "y"}, "$: expected at least 2 characters, got 1 characters")
	_fault("x", {"pattern": "y", "minLength": 2}, '$: expected text that matches y, got "x"')


func test_a_field_of_another_value() -> void:
	var fault := GdwireRule.fault_of(["a", 3], "b", 1, {"type": "string"}, {})
	equal(fault.problem(), "$.a[3].b: expected string, got integer")


func test_many_unique_items_are_checked_in_time() -> void:
	var items := []
	for index in 20000:
		items.append({"id": index, "list": [index]})
	var start := Time.get_ticks_msec()
	_fits(items, {"uniqueItems": true})
	check(Time.get_ticks_msec() - start < 3000, "20,000 items take less than 3 s")


func _fits(value: Variant, rule: Variant) -> void:
	_fault(value, rule, "")


func _fault(value: Variant, rule: Variant, problem: String) -> void:
	var fault: GdwireFault = GdwireRule.fault_of([], null, value, rule, RULES)
	equal(fault.problem(), problem, "%s against %s" % [value, rule])


func _nested_array(levels: int, innermost: Variant) -> Variant:
	var value: Variant = innermost
	for level in levels:
		value = [value]
	return value


func _nested_object(levels: int, innermost: Variant) -> Variant:
	var value: Variant = innermost
	for level in levels:
		value = {"a": value}
	return value
