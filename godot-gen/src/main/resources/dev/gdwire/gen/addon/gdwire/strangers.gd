extends RefCounted
## Tells first lines of peers that did not mean to speak with this program from those of plain peers.
## A web page can make its visitor's browser connect to any port of the machine, and can choose much
## of what the browser sends, but not how it begins.

const SPACE := 32
const TAB := 9
const CARRIAGE_RETURN := 13
const SHOWN := 80


## Why a first line ends the connection; empty when a plain peer may have sent it.
static func fault_of(line: PackedByteArray) -> String:
	var what := ""
	if _is_request(line):
		what = "an HTTP request (%s)" % _shown(line)
	elif _is_binary(line):
		what = "no text but a binary protocol"
	if what.is_empty():
		return ""
	return (
		"the first line is %s, perhaps of a web page in a browser, and nothing of it is read: a program"
		+ " without Gdwire sends one JSON object a line"
	) % what


## Why a first line that is over the limit ends the connection: it could hide what it is.
static func too_long(limit: int) -> String:
	return (
		"the first line has more than %d bytes, the most that it may have here: check what connects to"
		+ " this port"
	) % limit


## Whether a line is METHOD TARGET HTTP/VERSION; no JSON ends like that.
static func _is_request(line: PackedByteArray) -> bool:
	var last := line.rfind(SPACE)
	if last < 1 or line.size() - last < 7:
		return false
	var is_http := line.slice(last + 1, last + 6) == "HTTP/".to_ascii_buffer()
	return is_http and _is_digit(line[last + 6]) and _is_digit(line[-1])


## TLS and other binary protocols carry texts that the one who is connected to chose.
static func _is_binary(line: PackedByteArray) -> bool:
	for byte: int in range(SPACE):
		if byte != TAB and byte != CARRIAGE_RETURN and line.has(byte):
			return true
	return false


static func _is_digit(byte: int) -> bool:
	return byte >= 48 and byte <= 57


static func _shown(line: PackedByteArray) -> String:
	var shown := ""
	for byte: int in line.slice(0, SHOWN):
		shown += String.chr(byte) if byte >= SPACE and byte < 127 else "\\x%02X" % byte
	return shown + ("..." if line.size() > SHOWN else "")
