extends "res://addons/gdwire/message.gd"
## Stand-in for the generated class, for tests only.

const Self = preload("fingerprints.gd")
const Decoded = preload("res://addons/gdwire/decoded.gd")

var protocol: String = ""
var messages: Dictionary = {}


static func of(protocol_: String, messages_: Dictionary) -> Self:
	var it := Self.new()
	it.protocol = protocol_
	it.messages = messages_
	return it


static func from_dict(source: Dictionary) -> Decoded:
	var it := Self.new()
	var result := Decoded.new()
	var raw_protocol: Variant = source.get("protocol")
	if not raw_protocol is String:
		return _fault(result, "$.protocol", "string")
	it.protocol = raw_protocol
	var raw_messages: Variant = source.get("messages")
	if not raw_messages is Dictionary:
		return _fault(result, "$.messages", "object")
	it.messages = raw_messages
	result.message = it
	return result


static func _fault(result: Decoded, path_: String, expected_: String) -> Decoded:
	result.path = path_
	result.expected = expected_
	result.actual = "something else"
	return result


func tag() -> String:
	return "fingerprints"


func to_dict() -> Dictionary:
	var object := {}
	object["protocol"] = protocol
	object["messages"] = messages
	return object
