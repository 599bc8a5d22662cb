extends "res://addons/gdwire/message.gd"
## Stand-in for the generated class, for tests only.

const Self = preload("pong.gd")
const Decoded = preload("res://addons/gdwire/decoded.gd")

var nonce: int = 0


static func of(nonce_: int) -> Self:
	var it := Self.new()
	it.nonce = nonce_
	return it


static func from_dict(source: Dictionary) -> Decoded:
	var it := Self.new()
	var result := Decoded.new()
	var raw_nonce: Variant = source.get("nonce")
	if not raw_nonce is float:
		return _fault(result, "$.nonce", "integer")
	var number_nonce: float = raw_nonce
	if number_nonce != floorf(number_nonce) or absf(number_nonce) > 9007199254740991.0:
		return _fault(result, "$.nonce", "integer")
	it.nonce = int(number_nonce)
	result.message = it
	return result


static func _fault(result: Decoded, path_: String, expected_: String) -> Decoded:
	result.path = path_
	result.expected = expected_
	result.actual = "something else"
	return result


func tag() -> String:
	return "pong"


func to_dict() -> Dictionary:
	var object := {}
	object["nonce"] = nonce
	return object
