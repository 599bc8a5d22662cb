extends "data.gd"
## Base of every generated class that travels as a JSON object.

const GdwireRecord = preload("record.gd")


## The record as JSON values: what JSON.stringify writes, and from_dict reads.
func to_dict() -> Dictionary:
	return {}


func to_value() -> Variant:
	return to_dict()


## The record as one JSON object, its fields in the order of the schema. It must be valid.
func to_json() -> String:
	return "{}"
