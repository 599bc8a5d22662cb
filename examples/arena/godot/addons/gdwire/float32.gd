extends RefCounted
## Numbers of 32 bits in Godot's floats, which have 64.

## Vectors hold 32-bit numbers, but where the engine was built for 64.
static var _vectors_are_narrow := Vector2(0.1, 0.0).x != 0.1


## The 32-bit number that is nearest to a number.
static func narrow(number: float) -> float:
	if _vectors_are_narrow:
		return Vector2(number, 0.0).x
	return PackedFloat32Array([number])[0]
