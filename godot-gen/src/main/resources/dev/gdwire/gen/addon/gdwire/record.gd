extends RefCounted
## Base of every generated class that travels as a JSON object.

const GdwireChecks = preload("checks.gd")


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
