extends "protocol.gd"
## What all generated schema sets have in common.

const GdwireJsonLine = preload("json_line.gd")
const GdwireReader = preload("reader.gd")

## The members of a message that belong to the wire.
const WIRE_KEYS: Array[String] = ["$id", "$re", "$seq", "$ack"]


## Reads a message from one JSON object. [param messages] has the class of each by its tag.
static func read_line(
		line: String,
		tag_name: String,
		messages: Dictionary,
		own_tags: Array = []) -> GdwireDecoded:
	var json := GdwireJsonLine.new()
	if not json.read(line.to_utf8_buffer()):
		if json.problem == GdwireJsonLine.NO_OBJECT:
			return _fault("$", "object", GdwireReader.kind(json.other))
		return _fault("$", "JSON object", "malformed JSON: " + json.problem)
	return read_object(json.object, tag_name, messages, own_tags)


## Reads a message from a JSON object that was parsed already. Those of [param own_tags] have their
## tag among their properties.
static func read_object(
		object: Dictionary,
		tag_name: String,
		messages: Dictionary,
		own_tags: Array = []) -> GdwireDecoded:
	var reader := GdwireReader.new()
	var tag := reader.string(object, tag_name)
	if not reader.found() and not messages.has(tag):
		reader.report(tag_name, "a known tag", GdwireReader.quote(tag))
	var decoded := GdwireDecoded.new()
	if not reader.found():
		var script: Script = messages[tag]
		var fields := _message_fields(object)
		if not own_tags.has(tag):
			fields.erase(tag_name)
		decoded.message = script.call("from_dict", fields, reader)
	decoded.path = reader.path
	decoded.expected = reader.expected
	decoded.actual = reader.actual
	return decoded


static func _message_fields(object: Dictionary) -> Dictionary:
	var fields := object.duplicate()
	for key in WIRE_KEYS:
		fields.erase(key)
	return fields


static func _fault(path: String, expected: String, actual: String) -> GdwireDecoded:
	var decoded := GdwireDecoded.new()
	decoded.path = path
	decoded.expected = expected
	decoded.actual = actual
	return decoded
