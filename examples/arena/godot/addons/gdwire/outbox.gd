extends RefCounted
## What a session has to hand out: bytes for the peer, and events for its owner.

const BlobsOut = preload("blobs_out.gd")
const Core = preload("core/core.gd")
const ErrorBudget = preload("error_budget.gd")
const Event = preload("event.gd")
const GdwireMessage = preload("message.gd")
const GdwireProtocol = preload("protocol.gd")
const LineDecoder = preload("line_decoder.gd")

## Longest line that the peer accepts, in bytes without its newline.
var peer_limit: int = LineDecoder.DEFAULT_LIMIT
## Nothing of the library's own is sent: no errors, no pings.
var mute: bool = false
## Packed values of many bytes go before their lines.
var uses_blobs: bool = false

var _core: Core = Core.new()
var _budget: ErrorBudget = ErrorBudget.new()
var _bytes: PackedByteArray = PackedByteArray()
var _events: Array[Event] = []


## Adds a line. ERR_PARAMETER_RANGE_ERROR when it is longer than the peer accepts.
func put(line: String) -> Error:
	return _put(line.to_utf8_buffer())


## Adds a valid message, with one more member at its end if [param key] is not empty. The error is
## that of [method put]; what goes before the line counts too.
func put_message(
	protocol: GdwireProtocol, message: GdwireMessage, key: String = "", value: int = 0
) -> Error:
	var blobs := BlobsOut.new() if uses_blobs else null
	var line := protocol.encode(message) if blobs == null else protocol.encode_beside(message, blobs)
	if blobs != null and not blobs.is_clear_in(line):
		blobs = null
		line = protocol.encode(message)
	if not key.is_empty():
		line = with_member(line, key, value)
	if blobs == null or blobs.is_empty():
		return put(line)
	var bytes := blobs.to_bytes()
	bytes.append_array(line.to_utf8_buffer())
	return _put(bytes)


## Adds a message of the core set.
func put_core(message: GdwireMessage) -> Error:
	return put(_core.encode(message))


## Tells the peer that a line of its could not be used. [param re] is the request that this ends,
## or 0: then it is kept within the budget.
func put_error(error: Core.Error_, re: int, now_usec: int) -> void:
	if mute or (re == 0 and not _budget.take(now_usec)):
		return
	var line := _core.encode(error)
	put(line if re == 0 else with_member(line, "$re", re))


## A line of an object with one more member at its end.
static func with_member(line: String, key: String, value: int) -> String:
	return "%s,\"%s\":%d}" % [line.left(-1), key, value]


func add(event: Event) -> void:
	_events.append(event)


## Adds a problem.
func tell(problem: String) -> void:
	_events.append(Event.problem(problem))


## The bytes to send, which are then no longer here.
func take_bytes() -> PackedByteArray:
	var taken := _bytes
	_bytes = PackedByteArray()
	return taken


## The events since the last call, oldest first.
func take_events() -> Array[Event]:
	var taken := _events
	_events = []
	return taken


func _put(bytes: PackedByteArray) -> Error:
	if bytes.size() > peer_limit:
		tell("a line of %d bytes was not sent: the peer takes %d" % [bytes.size(), peer_limit])
		return ERR_PARAMETER_RANGE_ERROR
	bytes.append(LineDecoder.NEWLINE)
	_bytes.append_array(bytes)
	return OK
