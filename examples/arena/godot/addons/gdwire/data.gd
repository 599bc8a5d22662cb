extends RefCounted
## Base of every generated class that holds values.

const GdwireBlobsOut = preload("blobs_out.gd")
const GdwireChecks = preload("checks.gd")
const GdwireData = preload("data.gd")
const GdwireJsonEquality = preload("json_equality.gd")


## Checks an object of a generated class that stands in another, under [param key]; null is a fault.
static func check_record(checks: GdwireChecks, key: Variant, value: Variant) -> void:
	_check_inside(checks, key, value, "object")


## The same for a class that travels as an array.
static func check_tuple(checks: GdwireChecks, key: Variant, value: Variant) -> void:
	_check_inside(checks, key, value, "array")


static func _check_inside(checks: GdwireChecks, key: Variant, value: Variant, word: String) -> void:
	if not value is GdwireData:
		checks.report(key, word, GdwireChecks.kind(value))
		return
	var data: GdwireData = value
	if not checks.found() and checks.enter(key):
		data.check(checks)
		checks.leave()


## What the object is in JSON: a Dictionary or an Array.
func to_value() -> Variant:
	return null


## The object as JSON text, its values in the order of the schema. It must be valid.
func to_json() -> String:
	return "null"


## The same with packed values of many bytes in [param _blobs], for what goes before the line.
func to_json_beside(_blobs: GdwireBlobsOut) -> String:
	return to_json()


## Reports the first value that does not fit the schema to [param _checks].
func check(_checks: GdwireChecks) -> void:
	pass


## Whether the other has the same values in JSON.
func same_json(other: GdwireData) -> bool:
	return GdwireJsonEquality.equal(to_value(), other.to_value())


## Empty when everything fits the schema, else the first fault as
## [code]PATH: expected EXPECTED, got ACTUAL[/code].
func validate() -> String:
	var checks := GdwireChecks.new()
	check(checks)
	return checks.problem()
