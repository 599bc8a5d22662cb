extends "res://addons/gdwire/protocol.gd"
## A protocol written by hand, so that the runtime is tested without the generator. Its messages:
## note and warn (both sides), ask (Java, answered with told), query (both, answered with result),
## order (Java only), shout (Godot only).

const ToyMessage = preload("toy_message.gd")

const SENDERS := {
	"ask": Sender.JAVA,
	"note": Sender.BOTH,
	"order": Sender.JAVA,
	"query": Sender.BOTH,
	"result": Sender.BOTH,
	"shout": Sender.GODOT,
	"told": Sender.GODOT,
	"warn": Sender.BOTH,
}

var its_name: String = "toy"
var its_version: String = "1.0"
## Digest of the message note; the others' never differ.
var note_digest: String = "n1"
var extra_tags: PackedStringArray = PackedStringArray()


func name() -> String:
	return its_name


func version() -> String:
	return its_version


func fingerprint() -> String:
	return "f-%s-%s" % [note_digest, ",".join(extra_tags)]


func tags() -> PackedStringArray:
	var all := PackedStringArray(SENDERS.keys())
	all.append_array(extra_tags)
	return all


func fingerprints() -> Dictionary:
	var digests := {}
	for its_tag: String in tags():
		digests[its_tag] = note_digest if its_tag == "note" else its_tag
	return digests


func sender(its_tag: String) -> Sender:
	var found: Sender = SENDERS.get(its_tag, Sender.BOTH)
	return found


func reply_tag(its_tag: String) -> String:
	match its_tag:
		"ask":
			return "told"
		"query":
			return "result"
	return ""


func decode(object: Dictionary) -> GdwireDecoded:
	var decoded := GdwireDecoded.new()
	var text: Variant = object.get("text", "")
	var its_tag: Variant = object.get("type")
	if text is String and its_tag is String:
		var known_tag: String = its_tag
		var known_text: String = text
		decoded.message = ToyMessage.of(known_tag, known_text)
	else:
		decoded.path = "$.text"
		decoded.expected = "string"
		decoded.actual = "something else"
	return decoded


func encode(message: GdwireMessage) -> String:
	var toy: ToyMessage = message
	return '{"type":"%s","text":%s}' % [toy.tag(), JSON.stringify(toy.text)]
