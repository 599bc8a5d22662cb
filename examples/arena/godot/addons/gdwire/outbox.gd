extends RefCounted
## What a session has to hand out: bytes for the peer, and events for its owner.

const BlobsOut = preload("blobs_out.gd")
const Core = preload("core/core.gd")
const ErrorBudget = preload("error_budget.gd")
const Event = preload("event.gd")
const GdwireMessage = preload("message.gd")
const GdwireProtocol = preload("protocol.gd")
const LineDecoder = preload("line_decoder.gd")
const SessionLines = preload("session_lines.gd")

## Longest line that the peer accepts, in bytes without its newline.
var peer_limit: int = LineDecoder.DEFAULT_LIMIT
## Nothing of the library's own is sent: no errors, no pings.
var mute: bool = false
## Packed values of many bytes go before their lines.
var uses_blobs: bool = false
## Numbers what users send, and keeps it; null without a session.
var lines: SessionLines = null
## Nothing is written: what users send is kept, and the rest forgotten.
var is_suspended: bool = false
## How often something was written.
var count: int = 0
## Something other than signs of life has travelled, either way, since its owner last looked.
var has_talked: bool = false

## The end was handed on: nobody asks for events any more.
var is_end_taken: bool = false

var _core: Core = Core.new()
var _budget: ErrorBudget = ErrorBudget.new()
## Of problems that the peer causes.
var _told: ErrorBudget = ErrorBudget.new()
## How many such were not told.
var _untold: int = 0
## What is told now comes of what the peer sent.
var _is_of_peer: bool = false
var _now_usec: int = 0
var _bytes: PackedByteArray = PackedByteArray()
var _events: Array[Event] = []


## How many events wait for their owner.
func event_count() -> int:
	return _events.size()


## Adds a line. ERR_PARAMETER_RANGE_ERROR when it is longer than the peer accepts.
func put(line: String) -> Error:
	return _put(line.to_utf8_buffer())


## Adds a valid message, with one more member at its end if [param key] is not empty. The errors are
## that of [method put], where what goes before the line counts too, and ERR_BUSY when a session
## cannot keep it; that ends the session when it is an answer.
func put_message(
	protocol: GdwireProtocol, message: GdwireMessage, key: String = "", value: int = 0
) -> Error:
	has_talked = true
	var blobs := BlobsOut.new() if uses_blobs else null
	var line := protocol.encode(message) if blobs == null else protocol.encode_beside(message, blobs)
	if blobs != null and not blobs.is_clear_in(line):
		blobs = null
		line = protocol.encode(message)
	if not key.is_empty():
		line = with_member(line, key, value)
	var before := PackedByteArray() if blobs == null else blobs.to_bytes()
	return _put_numbered(before, line, key == "$re")


## Adds a message of the core set, with one more member at its end if [param key] is not empty.
func put_core(message: GdwireMessage, key: String = "", value: int = 0) -> Error:
	var line := _core.encode(message)
	return put(line if key.is_empty() else with_member(line, key, value))


## Adds whole lines.
func put_bytes(whole_lines: PackedByteArray) -> void:
	if not whole_lines.is_empty():
		count += 1
		_bytes.append_array(whole_lines)


## Tells the peer that a line of its could not be used. [param re] is the request that this ends,
## or 0: then it is kept within the budget.
func put_error(error: Core.Error_, re: int, now_usec: int) -> void:
	if mute or (re == 0 and not _budget.take(now_usec)):
		return
	if re == 0:
		put_core(error)
	else:
		_put_numbered(PackedByteArray(), with_member(_core.encode(error), "$re", re), true)


## A line of an object with one more member at its end.
static func with_member(line: String, key: String, value: int) -> String:
	return "%s,\"%s\":%d}" % [line.left(-1), key, value]


func add(event: Event) -> void:
	has_talked = true
	_events.append(event)


## Adds a problem. Those that come of what the peer sends are told within a budget, and the rest of
## them counted: it must not make a flood of them.
func tell(problem: String) -> void:
	if _is_of_peer and not _told.take(_now_usec):
		_untold += 1
	else:
		_events.append(Event.problem(problem))


## From now on, problems come of what the peer sent.
func begin_of_peer(now_usec: int) -> void:
	_is_of_peer = true
	_now_usec = now_usec


## From now on, they do not.
func end_of_peer() -> void:
	_is_of_peer = false


## Tells how many problems were not told, if there are some and the budget has room for it.
func tell_untold(now_usec: int) -> void:
	if _untold > 0 and _told.take(now_usec):
		tell_all_untold()


## Tells how many problems were not told, if there are some.
func tell_all_untold() -> void:
	if _untold > 0:
		_events.append(Event.problem("and %d more problems that this peer caused" % _untold))
		_untold = 0


## Writes nothing from now on; what waits to be written is forgotten.
func suspend() -> void:
	is_suspended = true
	_bytes = PackedByteArray()


## The bytes to send, which are then no longer here.
func take_bytes() -> PackedByteArray:
	var taken := _bytes
	_bytes = PackedByteArray()
	return taken


## The events since the last call, oldest first.
func take_events() -> Array[Event]:
	var taken := _events
	_events = []
	for event: Event in taken:
		is_end_taken = is_end_taken or event.kind == Event.Kind.CLOSED
	return taken


func _put(bytes: PackedByteArray) -> Error:
	if not _fits(bytes):
		return ERR_PARAMETER_RANGE_ERROR
	bytes.append(LineDecoder.NEWLINE)
	_write(bytes)
	return OK


## Adds a line that a session numbers and keeps, with what goes before it.
func _put_numbered(before: PackedByteArray, line: String, is_answer: bool) -> Error:
	if lines == null and before.is_empty():
		return put(line)
	if lines != null:
		line = with_member(line, "$seq", lines.next_number())
		var news := lines.news()
		if news > 0:
			line = with_member(line, "$ack", news)
	before.append_array(line.to_utf8_buffer())
	if lines == null:
		return _put(before)
	if not _fits(before):
		return ERR_PARAMETER_RANGE_ERROR
	before.append(LineDecoder.NEWLINE)
	return _keep(before, is_answer)


func _keep(bytes: PackedByteArray, is_answer: bool) -> Error:
	if is_answer and not lines.has_room_for_answer(bytes.size()):
		lines.failure = "an answer could not be kept: " + lines.no_room()
		return ERR_BUSY
	if not is_answer and not lines.has_room(bytes.size()):
		tell("a message was not sent: " + lines.no_room())
		return ERR_BUSY
	lines.keep(bytes)
	lines.tell_news()
	_write(bytes)
	return OK


func _fits(bytes: PackedByteArray) -> bool:
	if bytes.size() > peer_limit:
		tell("a line of %d bytes was not sent: the peer takes %d" % [bytes.size(), peer_limit])
		return false
	return true


func _write(bytes: PackedByteArray) -> void:
	if not is_suspended:
		put_bytes(bytes)
