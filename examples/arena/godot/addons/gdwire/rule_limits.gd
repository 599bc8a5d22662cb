extends RefCounted
## The keywords of rules that look at a value alone, not into it. Each lets values of other kinds
## pass. The methods are called by rule.gd: (fault, key, value, rule).

const GdwireFault = preload("fault.gd")
const GdwireJsonEquality = preload("json_equality.gd")
const GdwireMultiples = preload("multiples.gd")
const GdwireTextFormat = preload("text_format.gd")
const GdwireTextPattern = preload("text_pattern.gd")

## Compiled patterns, by their spelling for this engine.
static var _regexes: Dictionary = {}
## Messages may be checked on several threads.
static var _regexes_lock: Mutex = Mutex.new()


static func type(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	var names: Array = rule["type"] if rule["type"] is Array else [rule["type"]]
	var actual := GdwireFault.kind(value)
	if not (names.has(actual) or actual == "integer" and names.has("number")):
		to.report(key, " or ".join(PackedStringArray(names)), actual)


static func constant(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not GdwireJsonEquality.equal(value, rule["const"]):
		to.report(key, GdwireFault.literal(rule["const"]), GdwireFault.describe(value))


static func choice(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	var values: Array = rule["enum"]
	if not GdwireJsonEquality.has(values, value):
		to.report(key, GdwireFault.one_of_words(values), GdwireFault.describe(value))


static func minimum(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	var limit: float = rule["minimum"]
	if _is_number(value) and value < limit:
		_report_number(to, key, value, "at least ", limit)


static func maximum(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	var limit: float = rule["maximum"]
	if _is_number(value) and value > limit:
		_report_number(to, key, value, "at most ", limit)


static func exclusive_minimum(
		to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	var limit: float = rule["exclusiveMinimum"]
	if _is_number(value) and value <= limit:
		_report_number(to, key, value, "more than ", limit)


static func exclusive_maximum(
		to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	var limit: float = rule["exclusiveMaximum"]
	if _is_number(value) and value >= limit:
		_report_number(to, key, value, "less than ", limit)


static func multiple_of(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not _is_number(value):
		return
	var number: float = value
	var factor: float = rule["multipleOf"]
	if not GdwireMultiples.is_multiple(number, factor):
		_report_number(to, key, number, "a multiple of ", factor)


static func min_length(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if value is String:
		var text: String = value
		_at_least(to, key, text.length(), rule["minLength"], "characters")


static func max_length(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if value is String:
		var text: String = value
		_at_most(to, key, text.length(), rule["maxLength"], "characters")


static func pattern(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not value is String:
		return
	var text: String = value
	var spelling: String = rule["pattern"]
	match GdwireTextPattern.search(_regex(spelling, rule), text):
		GdwireTextPattern.Finding.NOT_FOUND:
			to.report(key, "text that matches " + spelling, GdwireFault.quote(text))
		GdwireTextPattern.Finding.TOO_HARD:
			to.report(key, "text that matches " + spelling, GdwireTextPattern.TOO_HARD_TEXT)


static func text_format(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	var format: String = rule["format"]
	_of_format(to, key, value, format)


static func content_encoding(
		to: GdwireFault, key: Variant, value: Variant, rule: Dictionary
) -> void:
	var encoding: String = rule["contentEncoding"]
	_of_format(to, key, value, encoding)


static func _of_format(to: GdwireFault, key: Variant, value: Variant, format: String) -> void:
	if not value is String:
		return
	var text: String = value
	if not GdwireTextFormat.matches(format, text):
		to.report(key, "text of the format " + format, GdwireFault.quote(text))


static func min_items(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if value is Array:
		var items: Array = value
		_at_least(to, key, items.size(), rule["minItems"], "items")


static func max_items(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if value is Array:
		var items: Array = value
		_at_most(to, key, items.size(), rule["maxItems"], "items")


static func unique_items(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if value is Array and rule["uniqueItems"]:
		var items: Array = value
		to.unique(key, items)


static func min_properties(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if value is Dictionary:
		var members: Dictionary = value
		_at_least(to, key, members.size(), rule["minProperties"], "members")


static func max_properties(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if value is Dictionary:
		var members: Dictionary = value
		_at_most(to, key, members.size(), rule["maxProperties"], "members")


static func required(to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not value is Dictionary:
		return
	var members: Dictionary = value
	var names: Array = rule["required"]
	for name: Variant in names:
		if not members.has(name):
			to.report_inside(key, name, "a value", "nothing")


static func dependent_required(
		to: GdwireFault, key: Variant, value: Variant, rule: Dictionary) -> void:
	if not value is Dictionary:
		return
	var members: Dictionary = value
	var dependents: Dictionary = rule["dependentRequired"]
	for other: String in dependents:
		var names: Array = dependents[other] if members.has(other) else []
		for name: Variant in names:
			if not members.has(name):
				var words := "a value beside " + GdwireFault.literal(other)
				to.report_inside(key, name, words, "nothing")


## Whether a pattern of a rule is found in a text; not when the search was given up.
static func is_match(spelling: String, text: String, rule: Dictionary) -> bool:
	return _regex(spelling, rule).search(text) != null


## The pattern of a rule, compiled once.
static func _regex(spelling: String, rule: Dictionary) -> RegEx:
	var portable: Dictionary = rule.get("portable", {})
	var here: String = portable.get(spelling, spelling)
	_regexes_lock.lock()
	if not _regexes.has(here):
		_regexes[here] = RegEx.create_from_string(here)
	var regex: RegEx = _regexes[here]
	_regexes_lock.unlock()
	return regex


## Whether one of the patterns is found in a text.
static func is_any_match(patterns: Dictionary, text: String, rule: Dictionary) -> bool:
	for spelling: String in patterns:
		if is_match(spelling, text, rule):
			return true
	return false


static func _is_number(value: Variant) -> bool:
	return value is float or value is int


static func _report_number(
		to: GdwireFault, key: Variant, value: Variant, words: String, limit: float) -> void:
	to.report(key, words + GdwireFault.show(limit), GdwireFault.describe(value))


static func _at_least(
		to: GdwireFault, key: Variant, count: int, limit: Variant, unit: String) -> void:
	if count < limit:
		to.report(key, "at least %d %s" % [limit, unit], "%d %s" % [count, unit])


static func _at_most(
		to: GdwireFault, key: Variant, count: int, limit: Variant, unit: String) -> void:
	if count > limit:
		to.report(key, "at most %d %s" % [limit, unit], "%d %s" % [count, unit])
