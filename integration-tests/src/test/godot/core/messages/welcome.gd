extends "res://addons/gdwire/message.gd"
## Stand-in for the generated class, for tests only.

const Self = preload("welcome.gd")
const Decoded = preload("res://addons/gdwire/decoded.gd")
const Offer = preload("offer.gd")

var wire: int = 0
var library: String = ""
var protocols: Array[Offer] = []
var features: Array[String] = []
var max_frame: int = 0


static func of(wire_: int, library_: String, protocols_: Array[Offer], features_: Array[String], max_frame_: int) -> Self:
	var it := Self.new()
	it.wire = wire_
	it.library = library_
	it.protocols = protocols_
	it.features = features_
	it.max_frame = max_frame_
	return it


static func from_dict(source: Dictionary) -> Decoded:
	var it := Self.new()
	var result := Decoded.new()
	var raw_wire: Variant = source.get("wire")
	if not raw_wire is float:
		return _fault(result, "$.wire", "integer")
	var number_wire: float = raw_wire
	if number_wire != floorf(number_wire) or absf(number_wire) > 9007199254740991.0:
		return _fault(result, "$.wire", "integer")
	it.wire = int(number_wire)
	var raw_library: Variant = source.get("library")
	if not raw_library is String:
		return _fault(result, "$.library", "string")
	it.library = raw_library
	var raw_protocols: Variant = source.get("protocols")
	if not raw_protocols is Array:
		return _fault(result, "$.protocols", "array")
	var items_protocols: Array = raw_protocols
	for item: Variant in items_protocols:
		if not item is Dictionary:
			return _fault(result, "$.protocols[0]", "object")
		var object: Dictionary = item
		var offer := Offer.from_dict(object)
		if not offer.ok():
			return offer
		var typed: Offer = offer.message
		it.protocols.append(typed)
	var raw_features: Variant = source.get("features")
	if not raw_features is Array:
		return _fault(result, "$.features", "array")
	var items_features: Array = raw_features
	for item: Variant in items_features:
		if not item is String:
			return _fault(result, "$.features[0]", "string")
		var text: String = item
		it.features.append(text)
	var raw_max_frame: Variant = source.get("maxFrame")
	if not raw_max_frame is float:
		return _fault(result, "$.maxFrame", "integer")
	var number_max_frame: float = raw_max_frame
	if number_max_frame != floorf(number_max_frame) or absf(number_max_frame) > 9007199254740991.0:
		return _fault(result, "$.maxFrame", "integer")
	it.max_frame = int(number_max_frame)
	result.message = it
	return result


static func _fault(result: Decoded, path_: String, expected_: String) -> Decoded:
	result.path = path_
	result.expected = expected_
	result.actual = "something else"
	return result


func tag() -> String:
	return "welcome"


func to_dict() -> Dictionary:
	var object := {}
	object["wire"] = wire
	object["library"] = library
	var list := []
	for offer: Offer in protocols:
		list.append(offer.to_dict())
	object["protocols"] = list
	object["features"] = features
	object["maxFrame"] = max_frame
	return object
