extends RefCounted
## The numbered lines of a session, both ways: those that this side sent, kept until the peer has
## acknowledged them, and how far those of the peer were taken.
##
## Knows no connection and no clock; docs/sessions.md has the rules.

enum Verdict {
	## The next line in order; it is taken now.
	NEXT,
	## Taken before, over this connection or an earlier one.
	TAKEN,
	## A line before it is missing.
	GAP,
}

## Bytes that are kept where nobody chose a limit: 4 MiB.
const DEFAULT_LIMIT := 4194304
## The peer is told what was taken after so many lines ...
const ACK_LINES := 64
## ... or so many bytes ...
const ACK_BYTES := 65536
## ... or so many microseconds after the first that it was not told of.
const ACK_USEC := 100_000

## The highest number of the peer's that was taken.
var received: int = 0
## Why the session cannot go on: a line that must not be refused found no room. Empty when it can.
var failure: String = ""

var _limit: int
## Our lines with their newlines, by their numbers: those after [member _acknowledged].
var _kept: Dictionary = {}
var _kept_bytes: int = 0
var _acknowledged: int = 0
var _sent: int = 0
## The highest number of the peer's that it was told of.
var _said: int = 0
var _unsaid_bytes: int = 0
var _unsaid_since_usec: int = 0


## [param limit]: the most bytes that are kept.
func _init(limit: int = DEFAULT_LIMIT) -> void:
	_limit = limit


## The number of the next line of ours.
func next_number() -> int:
	return _sent + 1


## Whether a line of [param size] bytes can be kept.
func has_room(size: int) -> bool:
	return _kept_bytes + size <= _limit


## Whether an answer of [param size] bytes can be kept: nobody can be told to send it later, so
## there is as much room again for answers.
func has_room_for_answer(size: int) -> bool:
	return _kept_bytes + size <= 2 * _limit


## Why there is no room.
func no_room() -> String:
	return "%d bytes, of at most %d, wait already until the peer acknowledges them" % [
		_kept_bytes, _limit,
	]


## Keeps the line that has [method next_number].
func keep(line: PackedByteArray) -> void:
	_sent += 1
	_kept[_sent] = line
	_kept_bytes += line.size()


## How many of our lines the peer has not acknowledged.
func unacknowledged() -> int:
	return _sent - _acknowledged


## The peer has taken all up to a number. False when it was never sent.
func acknowledge(number: int) -> bool:
	if number > _sent:
		return false
	while _acknowledged < number:
		_acknowledged += 1
		var line: PackedByteArray = _kept[_acknowledged]
		_kept_bytes -= line.size()
		_kept.erase(_acknowledged)
	return true


## Whether the peer said before that it had taken more than this.
func is_older_than_acknowledged(number: int) -> bool:
	return number < _acknowledged


## Whether peers can come to the state that one of them has taken all up to this.
func is_possible(number: int) -> bool:
	return number >= _acknowledged and number <= _sent


## Whether all that is kept fits into lines of [param longest] bytes, without their newlines.
func fits(longest: int) -> bool:
	for number: int in _kept:
		var line: PackedByteArray = _kept[number]
		if line.size() > longest + 1:
			return false
	return true


## The peer has said how far it is, and was told how far this side is. Gives what is to be written
## again, in order.
func resume(number: int) -> PackedByteArray:
	acknowledge(number)
	_tell_all()
	var all := PackedByteArray()
	for unread: int in range(_acknowledged + 1, _sent + 1):
		var line: PackedByteArray = _kept[unread]
		all.append_array(line)
	return all


## Judges a line of the peer's by its number, and counts it when it is the next.
func take(number: int, size: int, now_usec: int) -> Verdict:
	if number <= received:
		return Verdict.TAKEN
	if number > received + 1:
		return Verdict.GAP
	if _said == received:
		_unsaid_since_usec = now_usec
	received = number
	_unsaid_bytes += size
	return Verdict.NEXT


## The number that the peer is to be told; 0 when it knows.
func news() -> int:
	return received if received > _said else 0


## The peer is told [method news].
func tell_news() -> void:
	_tell_all()


## Whether the peer is to be told now.
func is_news_due(now_usec: int) -> bool:
	return received > _said and (
		received - _said >= ACK_LINES or _unsaid_bytes >= ACK_BYTES
		or now_usec - _unsaid_since_usec >= ACK_USEC
	)


func _tell_all() -> void:
	_said = received
	_unsaid_bytes = 0
