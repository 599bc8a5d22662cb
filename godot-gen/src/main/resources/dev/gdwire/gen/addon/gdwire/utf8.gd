extends RefCounted
## Tells whether bytes are UTF-8 (RFC 3629), which the engine's own conversion does not: it
## logs an error, puts replacement characters, and goes on.

## No overlong form, no surrogate, nothing beyond U+10FFFF.
static var _well_formed := RegEx.create_from_string(
	"^(?:[\\x01-\\x7f]++|[\\xc2-\\xdf][\\x80-\\xbf]"
	+ "|(?:\\xe0[\\xa0-\\xbf]|[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]|\\xed[\\x80-\\x9f])[\\x80-\\xbf]"
	+ "|(?:\\xf0[\\x90-\\xbf]|[\\xf1-\\xf3][\\x80-\\xbf]|\\xf4[\\x80-\\x8f])[\\x80-\\xbf]{2})*+\\z"
)


## Whether [param bytes] are well-formed. They must not have a NUL, where a string would end.
static func is_valid(bytes: PackedByteArray) -> bool:
	# One character for each byte.
	return _well_formed.search(bytes.get_string_from_ascii()) != null
