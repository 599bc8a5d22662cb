extends RefCounted
## One connection that carries a session: the numbers of its lines, and how it breaks or ends.

## Lines did not come as they were sent; on the next connection they come again.
signal broke(reason: String)
## This side tells the peer that the session is over.
signal said_bye
## The session is over.
signal ended(reason: String)
## Another connection carries the session on.
signal gave_way

const Core = preload("core/core.gd")
const Event = preload("event.gd")
const GdwireMessage = preload("message.gd")
const Outbox = preload("outbox.gd")
const SessionLines = preload("session_lines.gd")
const SessionState = preload("session_state.gd")

## Largest integer that every reader of JSON has exactly: 2^53-1.
const LARGEST := 9007199254740991
## A wait between two polls that a session without a connection is given back, in microseconds.
const STALL_USEC := 1_000_000

## The session.
var state: SessionState
## Why the session was not resumed the last time that its owner tried; empty when nobody did.
var last_try: String = ""

var _outbox: Outbox
var _resume_usec: int
var _is_suspended: bool = false
## When the session is given up; 0 when that is not known yet.
var _resume_deadline: int = 0
var _advanced_usec: int = 0


## [param resume_usec]: how long the session is kept without a connection.
func _init(its_state: SessionState, outbox: Outbox, resume_usec: int) -> void:
	state = its_state
	_outbox = outbox
	_resume_usec = resume_usec
	_outbox.lines = state.lines
	state.taken_over.connect(_give_way)
	state.lost.connect(_be_lost)


## The session was carried by another connection before: writes again what the peer, which has taken
## so many lines, lacks.
func resume(peer_received: int) -> void:
	_outbox.put_bytes(state.lines.resume(peer_received))
	_outbox.add(Event.resumed())


## Looks at the numbers of a line, which [param object] loses, and counts it. False when it is not
## to be read: it was before, or one is missing.
func take(object: Dictionary, size: int, now_usec: int) -> bool:
	var number := _number(object, "$seq", 1)
	var acknowledged := _number(object, "$ack", 0)
	object.erase("$seq")
	object.erase("$ack")
	if number < 0:
		return _report("malformed", "$seq is an integer from 1", now_usec)
	if number > 0:
		match state.lines.take(number, size, now_usec):
			SessionLines.Verdict.GAP:
				take_damaged("the line after %d is missing, %d came" % [state.lines.received, number])
				return false
			SessionLines.Verdict.TAKEN:
				return false
	if acknowledged < 0:
		return _report("malformed", "$ack is an integer from 0", now_usec)
	if not state.lines.acknowledge(acknowledged):
		_report("unexpected", "$ack is %d, which was never sent" % acknowledged, now_usec)
	_say_news(now_usec)
	return true


## A line did not come as it was sent: it comes again on the next connection, but not for ever.
func take_damaged(what: String) -> void:
	if state.can_repair():
		broke.emit("a line did not come as it was sent: " + what)
	else:
		state.lose("a line came damaged %d times: %s" % [SessionState.MAX_DAMAGED, what])


## Says something of the wire, and what was taken: nothing that is due ends a word that was the last.
func tell(message: GdwireMessage) -> void:
	if state.lines.received > 0:
		_outbox.put_core(message, "$ack", state.lines.received)
	else:
		_outbox.put_core(message)
	state.lines.tell_news()


## The peer ended the session. What it has not taken by now it never will.
func take_bye() -> void:
	# So that it knows, who has ended it, what has arrived.
	tell(Core.Ack.new())
	_end("the peer ended the session")


## The connection broke.
func suspend(reason: String) -> void:
	_is_suspended = true
	_outbox.suspend()
	_outbox.add(Event.suspended(reason))


## This side ends the session. What the peer has not acknowledged is no loss that is told: it may
## still come, unless there is no connection.
func close(reason: String) -> void:
	if _is_suspended:
		_end(reason)
	else:
		_say_bye()
		_leave()
		state.end()
		ended.emit(reason)


## Loses the session when an answer could not be kept.
func end_if_failed() -> void:
	if not state.lines.failure.is_empty():
		state.lose(state.lines.failure)


## Lets time pass.
func advance(now_usec: int) -> void:
	if _is_suspended:
		_wait(now_usec)
	else:
		_say_news(now_usec)
	_advanced_usec = now_usec


func _wait(now_usec: int) -> void:
	if _resume_deadline == 0:
		_resume_deadline = now_usec + _resume_usec
	elif now_usec - _advanced_usec > STALL_USEC:
		_resume_deadline += now_usec - _advanced_usec
	if now_usec >= _resume_deadline:
		var tried := "" if last_try.is_empty() else "; the last try: " + last_try
		state.lose("nobody resumed it within %.1f s%s" % [_resume_usec / 1e6, tried])


func _say_news(now_usec: int) -> void:
	if state.lines.is_news_due(now_usec):
		tell(Core.Ack.new())


func _say_bye() -> void:
	said_bye.emit()
	tell(Core.Bye.new())


func _end(reason: String) -> void:
	_leave()
	state.end()
	if state.lines.unacknowledged() > 0:
		_outbox.add(Event.lost(reason, state.lines.unacknowledged()))
	ended.emit(reason)


func _be_lost(reason: String) -> void:
	_leave()
	if not _is_suspended:
		_say_bye()
	_outbox.add(Event.lost(reason, state.lines.unacknowledged()))
	ended.emit(reason)


func _give_way() -> void:
	_leave()
	if not _is_suspended:
		suspend("the peer connected again")
	gave_way.emit()


func _leave() -> void:
	state.taken_over.disconnect(_give_way)
	state.lost.disconnect(_be_lost)


## Gives false, so that the line is not read.
func _report(code: String, text: String, now_usec: int) -> bool:
	_outbox.tell("%s: %s" % [code, text])
	_outbox.put_error(Core.Error_.of(code, text), 0, now_usec)
	return false


## A number of the wire; 0 when it is absent, -1 when it is none.
static func _number(object: Dictionary, key: String, least: int) -> int:
	if not object.has(key):
		return 0
	if not object[key] is float:
		return -1
	var number: float = object[key]
	if number != floorf(number) or number < least or number > LARGEST:
		return -1
	return int(number)
