extends RefCounted
## Finds the blobs before a line, in whatever pieces they come: each is a line [code]#N[/code], then N
## bytes, which are not looked at, and a newline. Blobs and the line after them are a unit.

## What is wrong with a unit.
enum Fault {
	## Nothing.
	NONE,
	## It is over the limit.
	TOO_LONG,
	## It is no such; [member reason] says why. The rest of its line is to be skipped.
	MALFORMED,
}

## What the next byte is.
enum _State { START, HEADER, RETURNED, RAW, BEHIND, LINE }

const HASH := 35
const NEWLINE := 10
const CARRIAGE_RETURN := 13
## The most bytes that a blob can have: no reader's limit is higher.
const MOST := 2147483646
## So many steps are done at once: a blob without bytes takes two.
const MOST_STEPS := 256

## Why a unit is malformed.
var reason: String = ""

var _limit: int
var _state: _State = _State.START
## How many bytes of the unit there were until now, but for those of its line.
var _position: int = 0
var _size: int = 0
var _left: int = 0
var _is_over: bool = false
var _fault: Fault = Fault.NONE
## Where each blob starts and ends, from the start of the unit.
var _places: PackedInt64Array = PackedInt64Array()


func _init(limit: int) -> void:
	_limit = limit


## Whether some of a unit that starts with a blob has come, and not its end.
func is_inside() -> bool:
	return _state != _State.START or _position > 0


## Whether the next byte is one of the line.
func is_at_line() -> bool:
	return _state == _State.LINE


## How many bytes there are before the line of the unit.
func line_start() -> int:
	return _position


## The blobs of the unit that starts at [param start].
func blobs(bytes: PackedByteArray, start: int) -> Array[PackedByteArray]:
	var all: Array[PackedByteArray] = []
	for i in range(0, _places.size(), 2):
		all.append(bytes.slice(start + _places[i], start + _places[i + 1]))
	return all


## The unit has ended.
func reset() -> void:
	_state = _State.START
	_position = 0
	_is_over = false
	_places = PackedInt64Array()


## The fault that was found last, which is then forgotten.
func take_fault() -> Fault:
	var fault := _fault
	_fault = Fault.NONE
	return fault


## Goes on for some steps; gives where the line starts or goes on, where a fault was found, the end, or
## how far it came.
func scan(bytes: PackedByteArray, from: int) -> int:
	var at := from
	var end := bytes.size()
	for step: int in MOST_STEPS:
		if at >= end or _state == _State.LINE or _fault != Fault.NONE:
			break
		match _state:
			_State.RAW:
				at = _raw(at, end)
			_State.START:
				at = _begin(bytes, at)
			_State.BEHIND:
				at = _behind(bytes[at], at)
			_:
				at = _header(bytes[at], at)
	return at


func _begin(bytes: PackedByteArray, at: int) -> int:
	if bytes[at] != HASH:
		_state = _State.LINE
		return at
	var newline := bytes.find(NEWLINE, at)
	if newline > at + 1 and newline < at + 11:
		# A whole header, as writers write it.
		var digits := bytes.slice(at + 1, newline).get_string_from_ascii()
		var number := digits.to_int()
		if number >= 0 and str(number) == digits:
			_size = number
			_position += newline + 1 - at
			_open()
			return newline + 1
	_state = _State.HEADER
	_size = -1
	return _step(at)


func _header(byte: int, at: int) -> int:
	if byte == NEWLINE and _size >= 0:
		var behind := _step(at)
		_open()
		return behind
	if _state == _State.HEADER:
		if byte == CARRIAGE_RETURN and _size >= 0:
			_state = _State.RETURNED
			return _step(at)
		if _size != 0 and byte >= 48 and byte <= 57:
			_size = 10 * maxi(_size, 0) + byte - 48
			if _size <= MOST:
				return _step(at)
	return _malformed("a blob starts with # and how many bytes it has, such as #4000", at)


func _open() -> void:
	_left = _size
	_state = _State.RAW if _size > 0 else _State.BEHIND
	_count(_position + _size + 1)
	if not _is_over:
		_places.append(_position)
		_places.append(_position + _size)


func _raw(at: int, end: int) -> int:
	var some := mini(_left, end - at)
	_left -= some
	_position += some
	if _left == 0:
		_state = _State.BEHIND
	return at + some


func _behind(byte: int, at: int) -> int:
	if byte != NEWLINE:
		return _malformed("no newline follows the %d bytes of a blob" % _size, at)
	_state = _State.START
	return _step(at)


func _step(at: int) -> int:
	_position += 1
	_count(_position)
	return at + 1


func _count(length: int) -> void:
	if length > _limit and not _is_over:
		_is_over = true
		_fault = Fault.TOO_LONG


func _malformed(why: String, at: int) -> int:
	_state = _State.LINE
	if not _is_over:
		_is_over = true
		_fault = Fault.MALFORMED
		reason = why
	return at
