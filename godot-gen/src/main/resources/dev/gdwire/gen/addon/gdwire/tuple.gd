extends "data.gd"
## Base of every generated class that travels as a JSON array.

const GdwireRecord = preload("record.gd")


## The tuple as JSON values: what JSON.stringify writes, and from_array reads.
func to_array() -> Array:
	return []


func to_value() -> Variant:
	return to_array()
