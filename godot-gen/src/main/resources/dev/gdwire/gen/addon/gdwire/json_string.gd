extends RefCounted
## Writes JSON strings (RFC 8259), control characters escaped, which the engine leaves as they are.


## Text as a JSON string, in quotes.
static func quote(text: String) -> String:
	# Without control characters the engine escapes all there is.
	if text.strip_escapes().length() == text.length():
		return '"' + text.json_escape() + '"'
	var escaped := PackedStringArray()
	for character in text:
		escaped.append(_escape(character))
	return '"' + "".join(escaped) + '"'


static func _escape(character: String) -> String:
	match character:
		"\n":
			return "\\n"
		"\r":
			return "\\r"
		"\t":
			return "\\t"
		"\b":
			return "\\b"
		"\f":
			return "\\f"
	var code := character.unicode_at(0)
	return "\\u%04x" % code if code < 0x20 else character.json_escape()
