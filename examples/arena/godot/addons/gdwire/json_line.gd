extends RefCounted
## One JSON object as bytes: reads without a script error on any input, and writes what every
## reader of JSON accepts (the engine's own writer leaves control characters as they are).

const BlobTree = preload("blob_tree.gd")
const JsonLimits = preload("json_limits.gd")
const JsonMembers = preload("json_members.gd")
const JsonNumbers = preload("json_numbers.gd")
const JsonSyntax = preload("json_syntax.gd")
const Utf8 = preload("utf8.gd")
## Deepest nesting that is written.
const MAX_DEPTH := 256
## The problem of a line that is JSON, but no object: [member other] has it.
const NO_OBJECT := "no JSON object"
## The problem of a line that is too deep for the engine's parser.
const TOO_DEEP := "no JSON: more than 1024 levels of objects and arrays"
## The problems of lines that the engine would have taken.
const NAME_TWICE := "no JSON: a name twice in an object"
const NOT_STRICT := (
	"no JSON: a comma before a bracket, a number such as 01, or a control character"
)

static var _control := RegEx.create_from_string("[\\x01-\\x1f]")

## The object that was read last.
var object: Dictionary = {}
## The text that was read last.
var text: String = ""
## The JSON value of the last line that had one, but no object.
var other: Variant = null
## Why the last line could not be read; empty when it could.
var problem: String = ""
## Whether a [code]blob.gd[/code] stands in the object.
var has_blobs: bool = false

## What the object may hold at most; null: whatever the line has room for.
var limits: JsonLimits = null
## Whether the object holds more; [member limits] says where.
var is_over_limit: bool = false

var _parser: JSON = JSON.new()


## Reads a line; [member object] and [member text] have it, or [member problem] says why not. The
## blobs before the line are put into the object.
func read(line: PackedByteArray, blobs: Array[PackedByteArray] = []) -> bool:
	problem = _fault_of(line)
	if problem.is_empty():
		text = line.get_string_from_utf8()
		problem = _fault_of_text(JsonNumbers.readable(_without_nul(text)))
	# Before the blobs are put in: they are limited with the frame.
	is_over_limit = (
		limits != null and problem.is_empty() and limits.is_over(object, text, line.size())
	)
	has_blobs = not blobs.is_empty()
	if has_blobs and problem.is_empty():
		problem = BlobTree.fill(object, text, blobs)
	return problem.is_empty()


## Keeps nothing of the line that was read last: as objects it takes many times its bytes.
func forget() -> void:
	object = {}
	text = ""
	other = null
	_parser.data = null


## Puts base64 in place of each blob of the object. True when there were some.
func spell_out() -> bool:
	if not has_blobs:
		return false
	has_blobs = false
	BlobTree.spell_out(object)
	return true


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


## The engine writes U+000B as "\v", which is no JSON.
static func _without_vertical_tabs(written: String) -> String:
	return _replace_escape(written, "\\v", "\\u000b")


## The engine reads U+0000 as U+FFFD, and logs an error.
static func _without_nul(json: String) -> String:
	if json.contains("\\") and json.contains("\\u0000"):
		return _replace_escape(json, "\\u0000", "\\ufffd")
	return json


## Two backslashes are one that was escaped.
static func _replace_escape(json: String, escape: String, other_escape: String) -> String:
	var parts := json.split("\\\\")
	for i: int in parts.size():
		parts[i] = parts[i].replace(escape, other_escape)
	return "\\\\".join(parts)


## Before any conversion: it would log, and stop at a NUL.
static func _fault_of(line: PackedByteArray) -> String:
	if line.find(0) >= 0:
		return "a NUL character"
	if not Utf8.is_valid(line):
		return "no UTF-8"
	if line.size() > 0 and line[0] == 0xEF:
		return "it begins with a byte order mark or a letter"
	return ""


func _fault_of_text(json: String) -> String:
	if _parser.parse(json) != OK:
		var reason := _parser.get_error_message()
		return TOO_DEEP if reason.contains("too deep") else "no JSON: " + reason
	if not _parser.data is Dictionary:
		other = _parser.data
		return _fault_of_other(json)
	var read_object: Dictionary = _parser.data
	if not JsonSyntax.is_object(json):
		return NOT_STRICT
	if JsonMembers.are_lost(json, read_object):
		return NAME_TWICE
	object = read_object
	return ""


func _fault_of_other(json: String) -> String:
	if not JsonSyntax.is_json(json):
		return NOT_STRICT
	if JsonMembers.are_lost("{\"\":%s}" % json, {"": other}):
		return NAME_TWICE
	return NO_OBJECT
