extends RefCounted
## JSON objects to a plain peer; paced, one line out for each that came in.

const JsonLine = preload("json_line.gd")
const Outbox = preload("outbox.gd")

## Lines that may wait for a paced peer.
const MAX_PACED := 1024

var _outbox: Outbox
var _is_paced: bool
## Lines that wait for the peer's next, when paced.
var _waiting: PackedStringArray = PackedStringArray()
var _may_send: bool = true


func _init(outbox: Outbox, is_paced: bool) -> void:
	_outbox = outbox
	_is_paced = is_paced


## Sends an object, now or when the peer is ready for it.
func send(object: Dictionary) -> Error:
	var fault := JsonLine.fault_in(object)
	if not fault.is_empty():
		_outbox.tell("a JSON object was not sent: " + fault)
		return ERR_INVALID_DATA
	var line := JsonLine.write(object)
	if not _is_paced:
		return _outbox.put(line)
	if _waiting.size() >= MAX_PACED:
		_outbox.tell("a JSON object was not sent: %d wait for the peer's next line" % MAX_PACED)
		return ERR_BUSY
	_waiting.append(line)
	_send_next()
	return OK


## A line of the peer's came, whatever it was.
func line_came() -> void:
	_may_send = true
	_send_next()


func _send_next() -> void:
	if _may_send and not _waiting.is_empty():
		_may_send = false
		_outbox.put(_waiting[0])
		_waiting.remove_at(0)
