extends RefCounted
## Finds the first of many numbers that is NaN or infinite. The engine has no call for that, and a loop
## takes four times as long as all else that is done with the numbers of a blob.

## The last bytes, as little-endian ones, of numbers that are not finite; and of few others.
const _MARKS: Array[int] = [0x7F, 0xFF]
## Marks beyond these, and one for each so many numbers, make a loop the faster way.
const _LEAST_MARKS := 16
const _NUMBERS_A_MARK := 16


## Index of the first; -1 if all are finite.
static func first_float32(values: PackedFloat32Array) -> int:
	if not _is_suspicious(values.to_byte_array(), 4):
		return -1
	for index in values.size():
		if not is_finite(values[index]):
			return index
	return -1


## Index of the first; -1 if all are finite.
static func first_float64(values: PackedFloat64Array) -> int:
	if not _is_suspicious(values.to_byte_array(), 8):
		return -1
	for index in values.size():
		if not is_finite(values[index]):
			return index
	return -1


## False if all are finite.
static func _is_suspicious(bytes: PackedByteArray, size: int) -> bool:
	@warning_ignore("integer_division")
	var left := _LEAST_MARKS + bytes.size() / (size * _NUMBERS_A_MARK)
	for mark in _MARKS:
		var at := bytes.find(mark)
		while at >= 0:
			# The upper bits of the byte before belong to the exponent too.
			if at % size == size - 1 and bytes[at - 1] >= 0x80 or left == 0:
				return true
			left -= 1
			at = bytes.find(mark, at + 1)
	return false
