extends RefCounted
## What a message holds, as it follows from its number and the seed: the same as Content.java.

enum Stream {
	FROM_JAVA,
	FROM_GAME,
	ASKED_BY_JAVA,
	ASKED_BY_GAME,
	ANSWERED_BY_JAVA,
	ANSWERED_BY_GAME,
}

const BITS := 0xFFFFFFFF
## Makes a text of about 100 KB.
const HUGE := 4000

var _seed: int


## [param content_seed]: from 0 to 2^32 - 1.
func _init(content_seed: int, stream: Stream) -> void:
	_seed = _mix(content_seed, stream + 1)


## The text of a message: empty or short as a rule, and now and then very long.
func text(number: int) -> String:
	var mixed := _mix(_seed, number)
	var count := _pieces(mixed)
	if count == 0:
		return ""
	return "%d:%s" % [number, ("%08x é漢😀\"\\\t|" % mixed).repeat(count)]


## Whether a message has values: every fourth has.
func has_values(number: int) -> bool:
	return (_mix(_seed, number) >> 5) % 4 == 0


## The values of a message.
func values(number: int) -> PackedFloat32Array:
	var mixed := _mix(_seed, number)
	var all := PackedFloat32Array()
	for i: int in (mixed >> 20) % 64:
		all.append(((mixed & 0xFFFF) + i) / 4.0)
	return all


static func _pieces(mixed: int) -> int:
	var kind := mixed % 2000
	var size := mixed >> 11
	if kind == 0:
		return HUGE
	return size % 200 if kind < 20 else size % 8


static func _mix(content_seed: int, number: int) -> int:
	var x := (number * 0x9E3779B1 + content_seed) & BITS
	x = ((x ^ x >> 16) * 0x045D9F3B) & BITS
	x = ((x ^ x >> 16) * 0x045D9F3B) & BITS
	return x ^ x >> 16
