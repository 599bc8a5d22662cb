extends RefCounted
## Finds what the engine's parser takes though it is no JSON (RFC 8259): commas before brackets,
## numbers such as 01, 5. and -.5, raw control characters.

static var _control := RegEx.create_from_string("[\\x01-\\x1f]")
## What may be such a thing, or a string that only looks like it. Apart, they are found faster than
## together; each begins with a character that is rare, or that the search can jump to.
static var _last_comma := RegEx.create_from_string(", *+[\\]}]")
static var _bare_point := RegEx.create_from_string("\\.(?:(?![0-9])|(?<=-.))")
static var _leading_zero := RegEx.create_from_string("0[0-9](?<![0-9.]0.)(?<![eE][-+]0.)")
## A text of nothing but JSON's tokens. Dearer than the parser itself, so only for suspects.
static var _tokens_only := RegEx.create_from_string(
	"^(?:[ \\t\\r\\n]*+(?:\"(?:[^\"\\\\\\x00-\\x1f]++|\\\\.)*+\""
	+ "|-?+(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+(?![0-9.])"
	+ "|,(?![ \\t\\r\\n]*+[\\]}])|[{}\\[\\]:]|true|false|null))*+[ \\t\\r\\n]*+\\z"
)


## Whether a text that the engine's parser took as an object is JSON.
static func is_object(text: String) -> bool:
	return not _is_suspicious(text) or is_json(text)


## Whether a text that the engine's parser took is JSON. Slow.
static func is_json(text: String) -> bool:
	return _tokens_only.search(text) != null


static func _is_suspicious(text: String) -> bool:
	return (
		_control.search(text) != null
		or _last_comma.search(text) != null
		or _bare_point.search(text) != null
		or _leading_zero.search(text) != null
	)
