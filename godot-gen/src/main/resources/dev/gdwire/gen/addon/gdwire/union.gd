extends RefCounted
## Base of every generated union: one of several classes, told apart by the value of a property.

const GdwireChecks = preload("checks.gd")
const GdwireReader = preload("reader.gd")
const GdwireRecord = preload("record.gd")


## Reads an object with the class that stands in [param classes] for its property's value; null when
## it does not fit, and [param reader] says why. Numbers are floats there.
static func read(
		data: Variant, reader: GdwireReader, property: String, classes: Dictionary
) -> GdwireRecord:
	if not reader.is_object(data):
		return null
	var fields: Dictionary = data
	if not fields.has(property):
		reader.report(property, "a value", "nothing")
		return null
	var value: Variant = fields[property]
	if value is int:
		var number: float = value
		value = number
	if not classes.has(value):
		var actual := GdwireReader.describe(value)
		reader.report(property, GdwireReader.one_of_words(classes.keys()), actual)
		return null
	var script: Script = classes[value]
	return script.call("from_dict", data, reader)


## Checks a record that must be of one of the classes.
static func check_class(
		checks: GdwireChecks, key: Variant, value: Variant, classes: Dictionary) -> void:
	if not value is GdwireRecord:
		checks.report(key, "object", GdwireChecks.kind(value))
		return
	var scripts := classes.values()
	if not scripts.any(func(script: Script) -> bool: return is_instance_of(value, script)):
		checks.report(key, "object of a class of its union", "object of another class")
		return
	GdwireRecord.check_record(checks, key, value)
