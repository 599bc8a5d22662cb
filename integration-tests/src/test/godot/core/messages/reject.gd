extends "res://addons/gdwire/message.gd"
## Stand-in for the generated class, for tests only.

const Self = preload("reject.gd")
const Decoded = preload("res://addons/gdwire/decoded.gd")

var code: String = ""
var message: String = ""


static func of(code_: String, message_: String) -> Self:
	var it := Self.new()
	it.code = code_
	it.message = message_
	return it


static func from_dict(source: Dictionary) -> Decoded:
	var it := Self.new()
	var result := Decoded.new()
	var raw_code: Variant = source.get("code")
	if not raw_code is String:
		return _fault(result, "$.code", "string")
	it.code = raw_code
	var raw_message: Variant = source.get("message")
	if not raw_message is String:
		return _fault(result, "$.message", "string")
	it.message = raw_message
	result.message = it
	return result


static func _fault(result: Decoded, path_: String, expected_: String) -> Decoded:
	result.path = path_
	result.expected = expected_
	result.actual = "something else"
	return result


func tag() -> String:
	return "reject"


func to_dict() -> Dictionary:
	var object := {}
	object["code"] = code
	object["message"] = message
	return object
