extends "res://addons/gdwire/message.gd"
## Stand-in for the generated class, for tests only.

const Self = preload("error.gd")
const Decoded = preload("res://addons/gdwire/decoded.gd")

var code: String = ""
var message: String = ""
var path: String = ""
var _has_path: bool = false


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
	var raw_path: Variant = source.get("path")
	if raw_path is String:
		var text_path: String = raw_path
		it.set_path(text_path)
	result.message = it
	return result


static func _fault(result: Decoded, path_: String, expected_: String) -> Decoded:
	result.path = path_
	result.expected = expected_
	result.actual = "something else"
	return result


func has_path() -> bool:
	return _has_path


func set_path(value: String) -> void:
	path = value
	_has_path = true


func tag() -> String:
	return "error"


func to_dict() -> Dictionary:
	var object := {}
	object["code"] = code
	object["message"] = message
	if _has_path:
		object["path"] = path
	return object
