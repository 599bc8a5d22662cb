extends "fault.gd"
## Checks JSON values against rules: schemas in the canonical form of docs/ir.md, each a bool or a
## Dictionary of keywords in the order in which they are checked. The first fault is kept.

const GdwireRule = preload("rule.gd")
const GdwireRuleLimits = preload("rule_limits.gd")

## Schemas inside of schemas that one value can go through: more would exhaust the stack.
const MAX_NESTED := 400

## Who checks each keyword: (fault, key, value, rule). The others belong to one of these.
static var _keywords: Dictionary = {
	"type": GdwireRuleLimits.type,
	"const": GdwireRuleLimits.constant,
	"enum": GdwireRuleLimits.choice,
	"minimum": GdwireRuleLimits.minimum,
	"maximum": GdwireRuleLimits.maximum,
	"exclusiveMinimum": GdwireRuleLimits.exclusive_minimum,
	"exclusiveMaximum": GdwireRuleLimits.exclusive_maximum,
	"multipleOf": GdwireRuleLimits.multiple_of,
	"minLength": GdwireRuleLimits.min_length,
	"maxLength": GdwireRuleLimits.max_length,
	"pattern": GdwireRuleLimits.pattern,
	"format": GdwireRuleLimits.text_format,
	"contentEncoding": GdwireRuleLimits.content_encoding,
	"minItems": GdwireRuleLimits.min_items,
	"maxItems": GdwireRuleLimits.max_items,
	"uniqueItems": GdwireRuleLimits.unique_items,
	"prefixItems": _prefix_items,
	"items": _items,
	"contains": _contains,
	"minProperties": GdwireRuleLimits.min_properties,
	"maxProperties": GdwireRuleLimits.max_properties,
	"required": GdwireRuleLimits.required,
	"dependentRequired": GdwireRuleLimits.dependent_required,
	"properties": _properties,
	"patternProperties": _pattern_properties,
	"additionalProperties": _additional_properties,
	"propertyNames": _property_names,
	"dependentSchemas": _dependent_schemas,
	"anyOf": _any_of,
	"oneOf": _one_of,
	"not": _not,
	"if": _if,
}

var _rules: Dictionary = {}
var _nested: int = 0


## The fault of the field or item [param key] of the value at a place; of that value itself when
## [param key] is null.
static func fault_of(
		place: Array, key: Variant, value: Variant, schema: Variant, rules: Dictionary
) -> GdwireRule:
	var result := GdwireRule.new()
	result._place = place.duplicate()
	result._rules = rules
	result.check(key, value, schema)
	return result


## Checks a value, which must be one that JSON has. Few calls lie between a schema and those in it:
## values and schemas can be deep.
func check(key: Variant, value: Variant, schema: Variant) -> void:
	if schema is bool or _nested == MAX_NESTED:
		_check_flag(key, value, schema)
		return
	_nested += 1
	var rule: Dictionary = schema
	var json: Variant = _plain(value)
	for keyword: Variant in rule:
		if _found:
			break
		if keyword == "$ref":
			check(key, json, _rules[rule[keyword]])
		elif keyword == "allOf":
			for part: Variant in rule[keyword]:
				check(key, json, part)
		elif _keywords.has(keyword):
			var checked: Callable = _keywords[keyword]
			checked.call(self, key, json, rule)
	_nested -= 1


func _check_flag(key: Variant, value: Variant, schema: Variant) -> void:
	if not schema is bool:
		report(key, "at most %d schemas inside of schemas" % MAX_NESTED, "more")
	elif not schema:
		report(key, "nothing", kind(_plain(value)))


## Who finds out what another schema says of the same value.
func _other() -> GdwireRule:
	var other := GdwireRule.new()
	other._place = _place.duplicate()
	other._rules = _rules
	other._nested = _nested
	return other


## A value of a program's as JSON has it.
static func _plain(value: Variant) -> Variant:
	if typeof(value) > TYPE_ARRAY:
		return type_convert(value, TYPE_ARRAY)
	return str(value) if value is StringName else value


## Goes into the value itself. Its depth was checked before.
func _go_in(key: Variant) -> void:
	if key != null:
		_place.append(key)


func _go_out(key: Variant) -> void:
	if key != null:
		_place.pop_back()


static func _prefix_items(to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not value is Array:
		return
	var items: Array = value
	var schemas: Array = rule["prefixItems"]
	to._go_in(key)
	for index in mini(items.size(), schemas.size()):
		to.check(index, items[index], schemas[index])
	to._go_out(key)


static func _items(to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not value is Array:
		return
	var items: Array = value
	var before: Array = rule.get("prefixItems", [])
	to._go_in(key)
	for index in range(before.size(), items.size()):
		to.check(index, items[index], rule["items"])
		if to._found:
			break
	to._go_out(key)


static func _contains(to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not value is Array:
		return
	var items: Array = value
	var count := 0
	for item: Variant in items:
		var fault := to._other()
		fault.check(key, item, rule["contains"])
		if not fault.found():
			count += 1
	var least: int = rule.get("minContains", 1)
	var most: int = rule.get("maxContains", items.size())
	if count < least:
		to.report(key, 'at least %d items as "contains" says' % least, "%d such items" % count)
	elif count > most:
		to.report(key, 'at most %d items as "contains" says' % most, "%d such items" % count)


static func _properties(to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not value is Dictionary:
		return
	var members: Dictionary = value
	var schemas: Dictionary = rule["properties"]
	to._go_in(key)
	for name: Variant in schemas:
		if members.has(name):
			to.check(name, members[name], schemas[name])
	to._go_out(key)


static func _pattern_properties(
		to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not value is Dictionary:
		return
	var members: Dictionary = value
	var schemas: Dictionary = rule["patternProperties"]
	var names := _sorted_names(members)
	to._go_in(key)
	for pattern: String in schemas:
		for name: String in names:
			if GdwireRuleLimits.is_match(pattern, name, rule):
				to.check(name, members[name], schemas[pattern])
	to._go_out(key)


static func _additional_properties(
		to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not value is Dictionary:
		return
	var members: Dictionary = value
	var properties: Dictionary = rule.get("properties", {})
	var patterns: Dictionary = rule.get("patternProperties", {})
	to._go_in(key)
	for name: String in _sorted_names(members):
		if not (properties.has(name) or GdwireRuleLimits.is_any_match(patterns, name, rule)):
			to.check(name, members[name], rule["additionalProperties"])
	to._go_out(key)


static func _property_names(to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not value is Dictionary:
		return
	var members: Dictionary = value
	to._go_in(key)
	for name: String in _sorted_names(members):
		var fault := to._other()
		fault.check(name, name, rule["propertyNames"])
		if fault.found():
			to.report(name, "a name: " + fault.expected, fault.actual)
	to._go_out(key)


## Where a rule does not name the members, their order on the wire must not matter.
static func _sorted_names(members: Dictionary) -> Array:
	var names := members.keys()
	names.sort()
	return names


static func _dependent_schemas(
		to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not value is Dictionary:
		return
	var members: Dictionary = value
	var schemas: Dictionary = rule["dependentSchemas"]
	for name: Variant in schemas:
		if members.has(name):
			to.check(key, value, schemas[name])


static func _any_of(to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	var faults: Array[GdwireRule] = []
	var schemas: Array = rule["anyOf"]
	for schema: Variant in schemas:
		var fault := to._other()
		fault.check(key, value, schema)
		if not fault.found():
			return
		faults.append(fault)
	to._report_none(key, faults)


static func _one_of(to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	var faults: Array[GdwireRule] = []
	var schemas: Array = rule["oneOf"]
	for schema: Variant in schemas:
		var fault := to._other()
		fault.check(key, value, schema)
		if fault.found():
			faults.append(fault)
	var fitting := schemas.size() - faults.size()
	if fitting == 0:
		to._report_none(key, faults)
	elif fitting > 1:
		to.report(key, "a value that fits exactly 1 of %d schemas" % schemas.size(),
				"one that fits %d" % fitting)


static func _not(to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	var fault := to._other()
	fault.check(key, value, rule["not"])
	if not fault.found():
		to.report(key, 'a value that does not fit the schema of "not"', describe(value))


static func _if(to: GdwireRule, key: Variant, value: Variant, rule: Dictionary) -> void:
	var fault := to._other()
	fault.check(key, value, rule["if"])
	var branch := "else" if fault.found() else "then"
	if rule.has(branch):
		to.check(key, value, rule[branch])


## Of several schemas none fits: what lies deepest inside the value is most likely meant.
func _report_none(key: Variant, faults: Array[GdwireRule]) -> void:
	var deepest := faults[0]
	var words := PackedStringArray()
	for fault in faults:
		if fault.depth > deepest.depth:
			deepest = fault
		if not words.has(fault.expected):
			words.append(fault.expected)
	if deepest.depth > _place.size() + (0 if key == null else 1):
		take(deepest)
	else:
		report(key, " or ".join(words), deepest.actual)
