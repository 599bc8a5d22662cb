extends RefCounted
## One conversation with one peer: framing, handshake, messages, requests, limits.
##
## On one connection: what outlives it, where the peers agreed on sessions, is in
## [code]session_state.gd[/code], and another conversation goes on with it. The whole protocol of
## docs/wire.md and docs/sessions.md, without a socket and without a clock: bytes, commands and
## the time go in; bytes ([method take_output]) and events ([method take_events]) come out. Times
## are microseconds of any clock that never goes back.

enum State {
	## Not started.
	NEW,
	## Waits for the hello or the welcome.
	GREETING,
	## Typed messages travel.
	OPEN,
	## Plain JSON travels.
	PLAIN,
	## The connection broke: what users send is kept, for the connection that resumes the session.
	SUSPENDED,
	## Over.
	CLOSED,
}

const Answer = preload("answer.gd")
const Conversation = preload("conversation.gd")
const Core = preload("core/core.gd")
const Event = preload("event.gd")
const GdwireMessage = preload("message.gd")
const GdwireProtocol = preload("protocol.gd")
const JsonLimits = preload("json_limits.gd")
const JsonLine = preload("json_line.gd")
const LineDecoder = preload("line_decoder.gd")
const Opening = preload("opening.gd")
const Outbox = preload("outbox.gd")
const PendingRequest = preload("pending_request.gd")
const PlainTalk = preload("plain_talk.gd")
const SessionCarrier = preload("session_carrier.gd")
const SessionState = preload("session_state.gd")
const Settings = preload("session_settings.gd")
const SignsOfLife = preload("signs_of_life.gd")
const TimeBudget = preload("time_budget.gd")

## So many events are handed on before more lines are read, however much time there is: they cost
## many times the memory of their lines.
const EVENTS_AT_ONCE := 10_000

var state: State = State.NEW
## Library of the peer, as it says; empty before the handshake and in plain mode.
var peer_library: String = ""
## Whether this side ended the session; that must still reach the peer.
var has_said_bye: bool = false
## The handshake was done, or the peer is plain, and no session was resumed by it.
var has_opened: bool = false
## Lines that came are still to be taken, since a budget was spent: by [method go_on].
var has_lines_left: bool = false

var _settings: Settings
var _outbox: Outbox = Outbox.new()
var _decoder: LineDecoder
var _json: JsonLine = JsonLine.new()
var _core: Core = Core.new()
var _conversation: Conversation = null
var _opening: Opening
## Null without a session.
var _carrier: SessionCarrier = null
var _life: SignsOfLife
## How many lines were written when that was looked at last.
var _written: int = 0
## How many lines were written when this side was away last; -1 when it never was.
var _away_at: int = -1
var _plain: PlainTalk = null
## Bytes of the peer's have come.
var _heard: bool = false
## When something other than signs of life was last seen to have travelled.
var _last_talk: int = 0


func _init(settings: Settings) -> void:
	_settings = settings
	_decoder = LineDecoder.new(maxi(settings.max_frame, Settings.LEAST_MAX_FRAME))
	_json.limits = JsonLimits.new(
		maxi(settings.max_text, Settings.LEAST_MAX_TEXT),
		maxi(settings.max_items, Settings.LEAST_MAX_ITEMS),
	)
	_opening = Opening.new(settings, _outbox)
	_life = SignsOfLife.new(settings.silence_usec)
	if not settings.plain:
		_decoder.narrow(Settings.GREETING_MAX_FRAME)


## Begins: the connection stands.
func start(now_usec: int) -> void:
	if state != State.NEW:
		return
	state = State.GREETING
	_follow(_opening.start(now_usec), now_usec)


## Takes bytes from the peer, cut anywhere.
func receive(bytes: PackedByteArray, now_usec: int, budget: TimeBudget = null) -> void:
	if not _is_listening() or bytes.is_empty():
		return
	if not _heard:
		_heard = true
		if not _follow(_opening.look_at(bytes[0]), now_usec):
			return
	_life.heard(now_usec)
	_decoder.push(bytes)
	go_on(now_usec, budget)


## Whether bytes of the peer's have come.
func has_heard() -> bool:
	return _heard


## Bytes of the peer's have come, and are not taken yet.
func heard(now_usec: int) -> void:
	_life.heard(now_usec)


## Takes the lines that a budget left, as far as there is room for events.
func go_on(now_usec: int, budget: TimeBudget = null) -> void:
	_outbox.begin_of_peer(now_usec)
	has_lines_left = _has_more(now_usec, budget)
	_outbox.end_of_peer()


## The peer will send no more.
func end_of_stream() -> void:
	if not _is_listening():
		return
	var reason := "the peer closed the connection"
	# With a session the line comes again.
	if _decoder.pending() > 0 and _carrier == null:
		_outbox.tell((
			"truncated: the connection ended in the middle of a line, after %d bytes of it: each line"
			+ " needs a newline at its end"
		) % _decoder.pending())
	if state == State.GREETING:
		reason = "the peer closed the connection before the handshake was done"
	fail(reason)


## The connection broke. Where it carried a session, that is suspended: another connection may go on
## with it; else all ends.
func fail(reason: String) -> void:
	if state == State.OPEN and _carrier != null:
		state = State.SUSPENDED
		_carrier.suspend(reason)
	elif state != State.SUSPENDED:
		close(reason)


## Lets time pass: deadlines, and signs of life.
func advance(now_usec: int) -> void:
	if state == State.GREETING:
		_follow(_opening.advance(now_usec, _decoder.is_inside_line()), now_usec)
	if state == State.OPEN:
		_advance_life(now_usec)
	if is_open() and _carrier != null:
		_carrier.advance(now_usec)
	if _conversation != null:
		_conversation.advance(now_usec)
	_outbox.tell_untold(now_usec)
	_close_if_idle(now_usec)


## Sends a message; see [code]connection.gd[/code] for the errors.
func send(message: GdwireMessage) -> Error:
	if not is_open():
		tell_unless_over("%s was not sent: %s" % [message.tag(), _why_not_open()])
		return ERR_UNCONFIGURED
	return _conversation.send(message)


## Sends a request. Settled at once when it cannot be sent.
func request(message: GdwireMessage, deadline_usec: int) -> PendingRequest:
	if is_open():
		return _conversation.request(message, deadline_usec)
	var pending := PendingRequest.new()
	pending.settle(Answer.of_error("the request was not sent: " + _why_not_open()))
	return pending


## Answers a request of the peer's.
func reply(id: int, message: GdwireMessage, now_usec: int) -> Error:
	if not is_open():
		return ERR_UNCONFIGURED
	_outbox.begin_of_peer(now_usec)
	var error := _conversation.reply(id, message, now_usec)
	_outbox.end_of_peer()
	_end_if_failed()
	return error


## Tells the peer that nothing here answers its request.
func refuse(id: int, tag: String, now_usec: int) -> void:
	if is_open():
		_outbox.begin_of_peer(now_usec)
		_conversation.refuse(id, tag, now_usec)
		_outbox.end_of_peer()
		_end_if_failed()


## Sends any JSON object to a plain peer.
func send_json(object: Dictionary) -> Error:
	if state != State.PLAIN:
		tell_unless_over("a JSON object was not sent: the peer is not in plain mode")
		return ERR_UNCONFIGURED
	_outbox.has_talked = true
	return _plain.send(object)


## Tells the peer that this side may be silent for longer than it promised: for so many
## milliseconds, or, with 0, until it says something. ERR_UNCONFIGURED when there is no connection.
func say_away(milliseconds: int) -> Error:
	if state != State.OPEN:
		return ERR_UNCONFIGURED
	var away := Core.Away.new()
	if milliseconds > 0:
		away.milliseconds = milliseconds
	if _carrier == null:
		return _outbox.put_core(away)
	_carrier.tell(away)
	return OK


## Tells the peer that this side is away until it says something, where it does not know that, or
## not any more since something was said.
func stay_away() -> void:
	if state == State.OPEN and _outbox.count != _away_at:
		say_away(0)
		_away_at = _outbox.count


## Tells the peer that this side is back, after it was away until it says something.
func say_back() -> void:
	if state == State.OPEN:
		_outbox.put_core(Core.Ping.of(0))


## Ends the conversation, and the session; every request that waits is settled. The reason goes to
## the owner.
func close(reason: String) -> void:
	if state == State.CLOSED:
		return
	if _carrier == null:
		_end(reason)
	else:
		_carrier.close(reason)


## Whether this side refused the peer; the refusal must still reach it.
func has_refused() -> bool:
	return _opening.has_refused


## Whether users may send: the handshake is done, and the peer is not plain. So they may while a
## session has no connection.
func is_open() -> bool:
	return state == State.OPEN or state == State.SUSPENDED


## The session that the connection carries, or carried when it broke; null without one.
func session_state() -> SessionState:
	return null if _carrier == null else _carrier.state


## Whether this connection carried on a session of another one.
func has_resumed() -> bool:
	return _carrier != null and _opening.session.resumes


## How many messages of users the peer has not acknowledged yet; 0 without a session.
func unacknowledged() -> int:
	return 0 if _carrier == null else _carrier.state.lines.unacknowledged()


## Notes why the session could not be resumed the last time.
func note_failed_try(reason: String) -> void:
	if _carrier != null:
		_carrier.last_try = reason


## Adds a problem that the driver of this session met.
func tell(problem: String) -> void:
	_outbox.tell(problem)


## Adds a problem of a user's call, unless nobody would ever take it.
func tell_unless_over(problem: String) -> void:
	if not _outbox.is_end_taken:
		_outbox.tell(problem)


## The bytes to send, which are then no longer here.
func take_output() -> PackedByteArray:
	return _outbox.take_bytes()


## Whether there are events.
func has_events() -> bool:
	return _outbox.event_count() > 0


## The events since the last call, oldest first.
func take_events() -> Array[Event]:
	return _outbox.take_events()


func _close_if_idle(now_usec: int) -> void:
	var awaited := _conversation != null and _conversation.is_awaited()
	if _outbox.has_talked or awaited or (state != State.OPEN and state != State.PLAIN):
		_outbox.has_talked = false
		_last_talk = now_usec
	elif _settings.idle_usec > 0 and now_usec - _last_talk >= _settings.idle_usec:
		close((
			"the connection carried nothing but signs of life for %.1f s: send something, or raise the"
			+ " limit (idle_timeout_s)"
		) % (_settings.idle_usec / 1e6))


## Does what a step of the opening asks for; false when that ends it.
func _follow(step: Opening.Step, now_usec: int) -> bool:
	match step:
		Opening.Step.OPEN:
			_life.begin(_opening.greeting.silence, now_usec)
			_open()
		Opening.Step.PLAIN:
			_open_plain()
		Opening.Step.CLOSE:
			close(_opening.reason)
			return false
		Opening.Step.BYE:
			_note_bye()
			close(_opening.reason)
			return false
		Opening.Step.FAIL:
			fail(_opening.reason)
			return false
	return true


## Takes lines; gives whether some are left.
func _has_more(now_usec: int, budget: TimeBudget) -> bool:
	while _is_listening():
		if _outbox.event_count() >= EVENTS_AT_ONCE or (budget != null and budget.is_spent()):
			return true
		match _decoder.next():
			LineDecoder.Found.NOTHING:
				return false
			LineDecoder.Found.MORE:
				pass
			LineDecoder.Found.TOO_LONG:
				_take_bad_line("too_long", (
					"a line is longer than %d bytes, and was skipped" % _settings.max_frame
				), now_usec)
			LineDecoder.Found.MALFORMED:
				_take_bad_line("malformed", _decoder.reason, now_usec)
			LineDecoder.Found.FRAME:
				_life.heard_line()
				_take_line(_decoder.frame, now_usec)
				_json.forget()
				_end_if_failed()
	return false


func _take_line(line: PackedByteArray, now_usec: int) -> void:
	if not _follow(_opening.take_stranger(line), now_usec):
		return
	if not _json.read(line, _decoder.blobs):
		_take_bad_line("malformed", _json.problem, now_usec)
	elif _json.is_over_limit and state != State.OPEN:
		var step := _opening.take_over_limit(_json, state == State.GREETING)
		if _follow(step, now_usec):
			_take_bad_line("invalid_message", _json.limits.problem, now_usec)
	elif state == State.PLAIN:
		_take_plain(now_usec)
	elif state == State.OPEN:
		_take_open(line, now_usec)
	else:
		_follow(_opening.take(_json), now_usec)
		if state == State.PLAIN:
			_take_plain(now_usec)


func _take_open(line: PackedByteArray, now_usec: int) -> void:
	# Over a limit or not, it has its number in the session.
	var is_over := _json.is_over_limit
	if (is_over or not _is_refused()) and _is_new(line, now_usec) \
			and (is_over or not _is_of_the_wire(now_usec)):
		_conversation.take(_json, now_usec)


func _take_plain(now_usec: int) -> void:
	if _follow(_opening.take_plain(_json), now_usec):
		_outbox.add(Event.json_object(_json.object))
		_plain.line_came()


func _take_bad_line(code: String, text: String, now_usec: int) -> void:
	if _carrier != null:
		_carrier.take_damaged(text)
		return
	var is_greeting := state == State.GREETING
	if code == "too_long" and (is_greeting and _settings.session == null or _opening.awaits_first_line):
		_follow(_opening.take_too_long(_decoder.limit()), now_usec)
		return
	if is_greeting and not _follow(_opening.take_unreadable(text), now_usec):
		return
	_opening.awaits_first_line = false
	_outbox.tell("%s: %s" % [code, text])
	if state == State.OPEN:
		_outbox.put_error(Core.Error_.of(code, text), 0, now_usec)
	else:
		_plain.line_came()


## Whether the peer refuses what it was welcomed with, which an initiator may do; ends all then.
func _is_refused() -> bool:
	if not _opening.is_refused(_json):
		return false
	if _carrier != null:
		_carrier.state.lose(_opening.reason)
	else:
		close(_opening.reason)
	return true


func _open() -> void:
	state = State.OPEN
	_opening.awaits_first_line = false
	_decoder.widen()
	peer_library = _opening.greeting.library
	if _opening.uses_blobs(_opening.greeting.features):
		_decoder.accept_blobs()
		_outbox.uses_blobs = true
	_carry()
	if _opening.session.resumes:
		_conversation = _carrier.state.conversation
		_conversation.move_to(_outbox)
		_carrier.resume(_opening.session.peer_received)
		return
	_conversation = Conversation.new(_outbox, _opening.verdict.common)
	_conversation.max_requests = _settings.max_requests
	_conversation.max_open_requests = _settings.max_open_requests
	if _carrier != null:
		_carrier.state.conversation = _conversation
	_tell_opened()
	for protocol: GdwireProtocol in _opening.verdict.differing:
		_outbox.put_core(Core.Fingerprints.of(protocol.name(), protocol.fingerprints()))


func _open_plain() -> void:
	state = State.PLAIN
	_plain = PlainTalk.new(_outbox, _settings.paced)
	_outbox.mute = true
	_tell_opened()


func _tell_opened() -> void:
	has_opened = true
	_outbox.add(Event.opened())


func _why_not_open() -> String:
	match state:
		State.PLAIN:
			return "the peer is in plain mode; use send_json"
		State.CLOSED:
			return "the connection is closed"
	return "the handshake is not done"


func _is_listening() -> bool:
	return state != State.CLOSED and state != State.SUSPENDED


func _end(reason: String) -> void:
	state = State.CLOSED
	if _conversation != null:
		_conversation.end(reason)
	_outbox.tell_all_untold()
	_outbox.add(Event.closed(reason))


## Bytes of a line, with the blobs before it.
func _size_of(line: PackedByteArray) -> int:
	var size := line.size()
	for blob: PackedByteArray in _decoder.blobs:
		size += blob.size()
	return size


## Whether the line is to be read.
func _is_new(line: PackedByteArray, now_usec: int) -> bool:
	return _carrier == null or _carrier.take(_json.object, _size_of(line), now_usec)


## Takes what is said of sessions and signs of life. False when it is something else.
func _is_of_the_wire(now_usec: int) -> bool:
	match _json.object.get(_core.discriminator()):
		"ack":
			return _carrier != null
		"bye":
			if _carrier != null:
				_carrier.take_bye()
			return _carrier != null
		"away":
			var decoded := _core.decode(_json.object)
			if decoded.message is Core.Away:
				var away: Core.Away = decoded.message
				_life.heard_away(away.milliseconds, now_usec)
				return true
	return false


## Carries the session that the greetings agreed on, if they did.
func _carry() -> void:
	if _opening.session.state != null:
		_carrier = SessionCarrier.new(_opening.session.state, _outbox, _settings.resume_usec)
		_carrier.broke.connect(fail)
		_carrier.said_bye.connect(_note_bye)
		_carrier.ended.connect(_end)
		_carrier.gave_way.connect(_give_way)


func _note_bye() -> void:
	has_said_bye = true


## Another connection carries the session on, and its conversation.
func _give_way() -> void:
	state = State.CLOSED
	_conversation = null


func _end_if_failed() -> void:
	if is_open() and _carrier != null:
		_carrier.end_if_failed()


func _advance_life(now_usec: int) -> void:
	if _outbox.count != _written:
		_life.spoke(now_usec)
	elif _life.must_speak(now_usec):
		_outbox.put("")
		_life.spoke(now_usec)
	_written = _outbox.count
	if _life.is_peer_dead(now_usec):
		fail("nothing came from the peer for %.1f s, though it promised signs of life: it is gone, or"
			% _life.peer_promise_s() + " stands still without having said so")
