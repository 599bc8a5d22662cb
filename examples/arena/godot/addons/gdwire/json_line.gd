extends RefCounted
## One JSON object as bytes: reads without a script error on any input, and writes what every
## reader of JSON accepts (the engine's own writer leaves control characters as they are).

const Utf8 = preload("utf8.gd")
## Deepest nesting that is written.
const MAX_DEPTH := 256
## The problem of a line that is JSON, but no object: [member other] has it.
const NO_OBJECT := "no JSON object"

static var _control := RegEx.create_from_string("[\\x01-\\x1f]")
## Where the engine's parser may have taken what is no JSON (RFC 8259), or where a string only looks
## like it: a comma before a closing bracket, 5. and 01. Apart, they are found faster than together.
static var _last_comma := RegEx.create_from_string(", *+[\\]}]")
static var _bare_point := RegEx.create_from_string("\\.[^0-9]")
static var _leading_zero := RegEx.create_from_string("[^0-9.]0[0-9]")
## A line of nothing but JSON's tokens. Dearer than the parser itself, so only for suspects.
static var _tokens_only := RegEx.create_from_string(
	"^(?:[ \\t\\r]*+(?:\"(?:[^\"\\\\\\x00-\\x1f]++|\\\\.)*+\""
	+ "|-?+(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+(?![0-9.])"
	+ "|,(?![ \\t\\r]*+[\\]}])|[{}\\[\\]:]|true|false|null))*+[ \\t\\r]*+$"
)
static var _token := RegEx.create_from_string("\"(?:[^\"\\\\]|\\\\.)*+\"(\\s*:)?|[{}\\[\\]]")

## The object that was read last.
var object: Dictionary = {}
## The text that was read last.
var text: String = ""
## The JSON value of the last line that had one, but no object.
var other: Variant = null
## Why the last line could not be read; empty when it could.
var problem: String = ""

var _parser: JSON = JSON.new()


## Reads a line; [member object] and [member text] have it, or [member problem] says why not.
func read(line: PackedByteArray) -> bool:
	problem = _fault_of(line)
	if problem.is_empty():
		text = line.get_string_from_utf8()
		if _parser.parse(text) != OK:
			problem = "no JSON: " + _parser.get_error_message()
		elif not _parser.data is Dictionary:
			other = _parser.data
			problem = NO_OBJECT
		elif _is_suspicious() and _tokens_only.search(text) == null:
			problem = "no JSON: a comma before a bracket, a number such as 01, or a control character"
		else:
			object = _parser.data
	return problem.is_empty()


## How often the object that was read last has a member of this name, which the parser does not
## tell: it keeps the last.
func count(member: String) -> int:
	if not object.has(member):
		return 0
	if text.count("\"%s\"" % member) == 1 and not text.contains("\\u00"):
		return 1
	var depth := 0
	var times := 0
	for token: RegExMatch in _token.search_all(text):
		var word := token.get_string()
		match word[0]:
			"{", "[":
				depth += 1
			"}", "]":
				depth -= 1
			_:
				if depth == 1 and token.get_end(1) > 0 and _key(word) == member:
					times += 1
	return times


## Writes an object that [method fault_in] has nothing against, in one line with full precision.
static func write(value: Dictionary) -> String:
	var written := JSON.stringify(value, "", false, true)
	if written.contains("\\v"):
		written = _without_vertical_tabs(written)
	if _control.search(written) != null:
		for code: int in range(1, 32):
			written = written.replace(String.chr(code), "\\u%04x" % code)
	return written


## Why a value cannot be written as JSON, with its place; empty when it can. JSON has no numbers
## that are not finite, and no types but null, bool, int, float, String, Array and Dictionary with
## names that are Strings (packed arrays of numbers and Strings are written as arrays).
static func fault_in(value: Variant, path: String = "$", depth: int = 0) -> String:
	if depth > MAX_DEPTH:
		return "%s: nested deeper than %d" % [path.left(80), MAX_DEPTH]
	match typeof(value):
		TYPE_NIL, TYPE_BOOL, TYPE_INT, TYPE_STRING, TYPE_STRING_NAME:
			return ""
		TYPE_PACKED_INT32_ARRAY, TYPE_PACKED_INT64_ARRAY, TYPE_PACKED_STRING_ARRAY:
			return ""
		TYPE_FLOAT:
			var number: float = value
			return "" if is_finite(number) else "%s: %s is no JSON number" % [path, number]
		TYPE_ARRAY:
			var items: Array = value
			return _fault_in_items(items, path, depth)
		TYPE_PACKED_FLOAT32_ARRAY:
			var floats: PackedFloat32Array = value
			return _fault_in_items(Array(floats), path, depth)
		TYPE_PACKED_FLOAT64_ARRAY:
			var doubles: PackedFloat64Array = value
			return _fault_in_items(Array(doubles), path, depth)
		TYPE_DICTIONARY:
			var members: Dictionary = value
			return _fault_in_members(members, path, depth)
	return "%s: a %s is no JSON value" % [path, type_string(typeof(value))]


static func _fault_in_items(items: Array, path: String, depth: int) -> String:
	for i: int in items.size():
		var fault := fault_in(items[i], "%s[%d]" % [path, i], depth + 1)
		if not fault.is_empty():
			return fault
	return ""


static func _fault_in_members(members: Dictionary, path: String, depth: int) -> String:
	for key: Variant in members:
		if not (key is String or key is StringName):
			return "%s: the name %s is no String" % [path, key]
		var fault := fault_in(members[key], "%s.%s" % [path, key], depth + 1)
		if not fault.is_empty():
			return fault
	return ""


static func _fault_of(line: PackedByteArray) -> String:
	# Before any conversion: it would log, and stop at a NUL.
	if not Utf8.is_valid(line):
		return "no UTF-8"
	if line.find(0) >= 0:
		return "a NUL character"
	if line.size() > 0 and line[0] == 0xEF:
		return "no JSON object: it begins with a byte order mark or a letter"
	return ""


static func _key(quoted: String) -> String:
	if not quoted.begins_with("\""):
		return ""
	var literal := quoted.substr(0, quoted.rfind("\"") + 1)
	if not literal.contains("\\"):
		return literal.substr(1, literal.length() - 2)
	var parser := JSON.new()
	if parser.parse(literal) == OK and parser.data is String:
		return parser.data
	return ""


## The engine writes U+000B as "\v", which is no JSON. Two backslashes are one that was escaped.
static func _without_vertical_tabs(written: String) -> String:
	var parts := written.split("\\\\")
	for i: int in parts.size():
		parts[i] = parts[i].replace("\\v", "\\u000b")
	return "\\\\".join(parts)


func _is_suspicious() -> bool:
	return (
		_control.search(text) != null
		or text.contains("-.")
		or _last_comma.search(text) != null
		or _bare_point.search(text) != null
		or _leading_zero.search(text) != null
	)
