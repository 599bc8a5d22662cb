extends RefCounted
## Base of every generated class that travels as a JSON object.

const GdwireChecks = preload("checks.gd")
const GdwireRecord = preload("record.gd")


## Checks a record that stands in another, under [param key]; null is a fault.
static func check_record(checks: GdwireChecks, key: Variant, value: Variant) -> void:
	if not value is GdwireRecord:
		checks.report(key, "object", GdwireChecks.kind(value))
		return
	var record: GdwireRecord = value
	if not checks.found() and checks.enter(key):
		record.check(checks)
		checks.leave()


## The record as JSON values: what JSON.stringify writes, and from_dict reads.
func to_dict() -> Dictionary:
	return {}


## The record as one JSON object, its fields in the order of the schema. It must be valid.
func to_json() -> String:
	return "{}"


## Reports the first property that does not fit the schema to [param _checks].
func check(_checks: GdwireChecks) -> void:
	pass


## Empty when everything fits the schema, else the first fault as
## [code]PATH: expected EXPECTED, got ACTUAL[/code].
func validate() -> String:
	var checks := GdwireChecks.new()
	check(checks)
	return checks.problem()
