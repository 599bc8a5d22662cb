extends RefCounted
## What stands for a packed value in parsed JSON: its bytes, which came before the line.

var bytes: PackedByteArray = PackedByteArray()


func _init(its_bytes: PackedByteArray = PackedByteArray()) -> void:
	bytes = its_bytes


## The bytes as text in base64 (RFC 4648, section 4, padded).
static func base64(raw: PackedByteArray) -> String:
	# The engine logs an error for none.
	return "" if raw.is_empty() else Marshalls.raw_to_base64(raw)
