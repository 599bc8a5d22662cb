extends RefCounted
## Writes JSON text (RFC 8259): numbers in full precision, strings without raw control characters.

const GdwireBlobsOut = preload("blobs_out.gd")
const GdwireJsonString = preload("json_string.gd")
const GdwireData = preload("data.gd")

const _MAX_INTEGER: float = 9007199254740991


## Any JSON value; an object's members in their order.
static func value(json: Variant) -> String:
	match typeof(json):
		TYPE_STRING, TYPE_STRING_NAME:
			return string(str(json))
		TYPE_DICTIONARY:
			var fields: Dictionary = json
			var members := PackedStringArray()
			for name: Variant in fields:
				members.append(string(str(name)) + ":" + value(fields[name]))
			return "{" + ",".join(members) + "}"
		TYPE_ARRAY, TYPE_PACKED_STRING_ARRAY, TYPE_PACKED_BYTE_ARRAY:
			var items := PackedStringArray()
			for item: Variant in json:
				items.append(value(item))
			return "[" + ",".join(items) + "]"
		TYPE_FLOAT:
			var number: float = json
			# The engine reads every number as a float: one that was sent as 1 must not become 1.0.
			if number == floorf(number) and absf(number) <= _MAX_INTEGER:
				return str(int(number))
	return JSON.stringify(json, "", false, true)


static func string(text: String) -> String:
	return GdwireJsonString.quote(text)


## Numbers and booleans, or an array of such.
static func plain(json: Variant) -> String:
	return JSON.stringify(json, "", false, true)


static func strings(texts: PackedStringArray) -> String:
	var items := PackedStringArray()
	for text in texts:
		items.append(string(text))
	return "[" + ",".join(items) + "]"


static func records(items: Array) -> String:
	var texts := PackedStringArray()
	for item: GdwireData in items:
		texts.append(item.to_json())
	return "[" + ",".join(texts) + "]"


## The same with packed values of many bytes in [param blobs], which go before the line.
static func records_beside(items: Array, blobs: GdwireBlobsOut) -> String:
	var texts := PackedStringArray()
	for item: GdwireData in items:
		texts.append(item.to_json_beside(blobs))
	return "[" + ",".join(texts) + "]"


## [param object] with the member [param discriminator] before all others.
static func tagged(discriminator: String, tag: String, object: String) -> String:
	var start := "{" + string(discriminator) + ":" + string(tag)
	return start + "}" if object == "{}" else start + "," + object.substr(1)
