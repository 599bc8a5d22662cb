extends "res://addons/gdwire/protocol.gd"
## Stand-in for the generated class, for tests only.

const Hello = preload("messages/hello.gd")
const Welcome = preload("messages/welcome.gd")
const Reject = preload("messages/reject.gd")
const Ping = preload("messages/ping.gd")
const Pong = preload("messages/pong.gd")
const Error = preload("messages/error.gd")
const Fingerprints = preload("messages/fingerprints.gd")
const Offer = preload("messages/offer.gd")


func name() -> String:
	return "core"


func version() -> String:
	return "1.0"


func discriminator() -> String:
	return "gdwire"


func decode(object: Dictionary) -> GdwireDecoded:
	match object.get("gdwire"):
		"hello":
			return Hello.from_dict(object)
		"welcome":
			return Welcome.from_dict(object)
		"reject":
			return Reject.from_dict(object)
		"ping":
			return Ping.from_dict(object)
		"pong":
			return Pong.from_dict(object)
		"error":
			return Error.from_dict(object)
		"fingerprints":
			return Fingerprints.from_dict(object)
	return GdwireDecoded.new()


func encode(message: GdwireMessage) -> String:
	var fields: Variant = message.call("to_dict")
	return '{"gdwire":"%s",' % message.tag() + JSON.stringify(fields, "", false, true).substr(1)
