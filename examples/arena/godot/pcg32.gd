extends RefCounted
## PCG32 (XSH RR 64/32, M. E. O'Neill): small, seedable, and the same numbers as its Java twin.
##
## Godot's integers are signed 64-bit and wrap, so that only the right shifts need a mask.

const _MULTIPLIER: int = 6364136223846793005
const _MASK_32: int = 0xFFFFFFFF
const _MASK_46: int = 0x3FFFFFFFFFFF
const _RANGE_32: float = 4294967296.0

var _state: int = 0
var _increment: int = 1


func _init(seed_value: int, stream: int) -> void:
	_increment = (stream << 1) | 1
	next_bits()
	_state += seed_value
	next_bits()


## The next 32 random bits, from 0 to 2^32 - 1.
func next_bits() -> int:
	var old: int = _state
	_state = old * _MULTIPLIER + _increment
	var shifted: int = ((((old >> 18) & _MASK_46) ^ old) >> 27) & _MASK_32
	var rotation: int = (old >> 59) & 31
	return ((shifted >> rotation) | (shifted << ((32 - rotation) & 31))) & _MASK_32


## The next number, from [param low] up to but without [param high].
func between(low: float, high: float) -> float:
	return low + (high - low) * (float(next_bits()) / _RANGE_32)
