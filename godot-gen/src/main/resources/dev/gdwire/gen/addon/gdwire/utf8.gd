extends RefCounted
## Tells whether bytes are UTF-8 (RFC 3629), which the engine's own conversion does not: it logs an
## error, puts replacement characters, and goes on.

## The high bit of each of eight bytes: 0x8080808080808080, as a signed number.
const HIGH_BITS := -0x7F7F7F7F7F7F7F80


## Whether [param bytes] are well-formed: no overlong form, no surrogate, nothing beyond U+10FFFF.
static func is_valid(bytes: PackedByteArray) -> bool:
	return is_ascii(bytes) or _is_well_formed(bytes)


## Whether every byte is below 128. Looks at eight bytes a time: nearly every line is ASCII.
static func is_ascii(bytes: PackedByteArray) -> bool:
	var whole := bytes.size() & ~7
	var high := 0
	for word: int in bytes.slice(0, whole).to_int64_array():
		high |= word
	for i: int in range(whole, bytes.size()):
		high |= bytes[i]
	return high & HIGH_BITS == 0


static func _is_well_formed(bytes: PackedByteArray) -> bool:
	var i := 0
	var size := bytes.size()
	while i < size:
		var lead := bytes[i]
		i += 1
		if lead < 0x80:
			continue
		var more := _continuations(lead)
		if more == 0 or i + more > size or not _second_fits(lead, bytes[i]):
			return false
		for k: int in range(i + 1, i + more):
			if bytes[k] & 0xC0 != 0x80:
				return false
		i += more
	return true


## How many bytes follow a lead byte; 0 for a byte that is none.
static func _continuations(lead: int) -> int:
	if lead >= 0xC2 and lead <= 0xDF:
		return 1
	if lead >= 0xE0 and lead <= 0xEF:
		return 2
	if lead >= 0xF0 and lead <= 0xF4:
		return 3
	return 0


## The second byte has narrower bounds after some lead bytes (RFC 3629, section 4).
static func _second_fits(lead: int, second: int) -> bool:
	match lead:
		0xE0:
			return second >= 0xA0 and second <= 0xBF
		0xED:
			return second >= 0x80 and second <= 0x9F
		0xF0:
			return second >= 0x90 and second <= 0xBF
		0xF4:
			return second >= 0x80 and second <= 0x8F
	return second & 0xC0 == 0x80
