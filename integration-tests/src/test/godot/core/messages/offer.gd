extends "res://addons/gdwire/message.gd"
## Stand-in for the generated class, for tests only.

const Self = preload("offer.gd")
const Decoded = preload("res://addons/gdwire/decoded.gd")

var name: String = ""
var version: String = ""
var fingerprint: String = ""


static func of(name_: String, version_: String, fingerprint_: String) -> Self:
	var it := Self.new()
	it.name = name_
	it.version = version_
	it.fingerprint = fingerprint_
	return it


static func from_dict(source: Dictionary) -> Decoded:
	var it := Self.new()
	var result := Decoded.new()
	var raw_name: Variant = source.get("name")
	if not raw_name is String:
		return _fault(result, "$.name", "string")
	it.name = raw_name
	var raw_version: Variant = source.get("version")
	if not raw_version is String:
		return _fault(result, "$.version", "string")
	it.version = raw_version
	var raw_fingerprint: Variant = source.get("fingerprint")
	if not raw_fingerprint is String:
		return _fault(result, "$.fingerprint", "string")
	it.fingerprint = raw_fingerprint
	result.message = it
	return result


static func _fault(result: Decoded, path_: String, expected_: String) -> Decoded:
	result.path = path_
	result.expected = expected_
	result.actual = "something else"
	return result


func tag() -> String:
	return "offer"


func to_dict() -> Dictionary:
	var object := {}
	object["name"] = name
	object["version"] = version
	object["fingerprint"] = fingerprint
	return object
