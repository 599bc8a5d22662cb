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
const Gate = preload("gate.gd")
const GdwireMessage = preload("message.gd")
const GdwireProtocol = preload("protocol.gd")
const Handshake = preload("handshake.gd")
const JsonLimits = preload("json_limits.gd")
const JsonLine = preload("json_line.gd")
const LineDecoder = preload("line_decoder.gd")
const Outbox = preload("outbox.gd")
const PendingRequest = preload("pending_request.gd")
const PlainTalk = preload("plain_talk.gd")
const SessionCarrier = preload("session_carrier.gd")
const SessionGreeting = preload("session_greeting.gd")
const SessionState = preload("session_state.gd")
const Settings = preload("session_settings.gd")
const SignsOfLife = preload("signs_of_life.gd")
const Strangers = preload("strangers.gd")
const TimeBudget = preload("time_budget.gd")
const Version = preload("version.gd")

## The first byte of a peer that speaks TLS is one of these, and that of a line never is.
const TLS_LOWEST := 20
const TLS_HIGHEST := 24
const PEER_HAS_TLS := (
	"the peer speaks TLS here: one side uses TLS, the other does not; give TLS to both, or to none"
)
## So many events are handed on before more lines are read, however much time there is: they cost
## many times the memory of their lines.
const EVENTS_AT_ONCE := 10_000

var state: State = State.NEW
## Library of the peer, as it says; empty before the handshake and in plain mode.
var peer_library: String = ""
## Whether this side refused the peer; the refusal must still reach it.
var has_refused: bool = false
## Whether this side ended the session; that must still reach the peer.
var has_said_bye: bool = false

## Lines that came are still to be taken, since a budget was spent: by [method go_on].
var has_lines_left: bool = false

var _settings: Settings
var _outbox: Outbox = Outbox.new()
var _decoder: LineDecoder
var _json: JsonLine = JsonLine.new()
var _core: Core = Core.new()
var _conversation: Conversation = null
var _session_greeting: SessionGreeting
## Null without a session.
var _carrier: SessionCarrier = null
var _life: SignsOfLife
## How many lines were written when that was looked at last.
var _written: int = 0
var _greeting_deadline: int = 0
var _plain: PlainTalk = null
## Keeps out who has not the token; null where none is asked for.
var _gate: Gate = null
## A plain peer is allowed, and has said nothing yet, also when it counts as plain by its silence.
var _awaits_first_line: bool = false
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
	_session_greeting = SessionGreeting.new(settings, _outbox)
	_life = SignsOfLife.new(settings.silence_usec)
	_awaits_first_line = settings.plain and settings.role == Settings.Role.ACCEPTOR
	if not settings.token.is_empty():
		_gate = Gate.new(settings)
	if not settings.plain:
		_decoder.narrow(Settings.GREETING_MAX_FRAME)


## Begins: the connection stands.
func start(now_usec: int) -> void:
	if state != State.NEW:
		return
	state = State.GREETING
	_greeting_deadline = now_usec + _settings.greeting_usec
	if _settings.role == Settings.Role.INITIATOR:
		if _settings.plain:
			_open_plain()
		else:
			var hello := Handshake.hello(_settings)
			hello.session = _session_greeting.asked()
			_outbox.put_core(hello)


## Takes bytes from the peer, cut anywhere.
func receive(bytes: PackedByteArray, now_usec: int, budget: TimeBudget = null) -> void:
	if not _is_listening() or bytes.is_empty():
		return
	if not _heard and bytes[0] >= TLS_LOWEST and bytes[0] <= TLS_HIGHEST:
		_reject("not_a_hello", PEER_HAS_TLS)
		return
	_heard = true
	_life.heard(now_usec)
	_decoder.push(bytes)
	go_on(now_usec, budget)


## Takes the lines that a budget left, as far as there is room for events.
func go_on(now_usec: int, budget: TimeBudget = null) -> void:
	has_lines_left = true
	while _is_listening():
		if _outbox.event_count() >= EVENTS_AT_ONCE or (budget != null and budget.is_spent()):
			return
		match _decoder.next():
			LineDecoder.Found.NOTHING:
				has_lines_left = false
				return
			LineDecoder.Found.TOO_LONG:
				_take_bad_line("too_long", (
					"a line is longer than %d bytes, and was skipped" % _settings.max_frame
				), now_usec)
			LineDecoder.Found.MALFORMED:
				_take_bad_line("malformed", _decoder.reason, now_usec)
			LineDecoder.Found.FRAME:
				_life.heard_line()
				_take_line(_decoder.frame, now_usec)
				_end_if_failed()
	has_lines_left = false


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
	if state == State.GREETING and now_usec >= _greeting_deadline:
		_greeting_is_late()
	if state == State.OPEN:
		_advance_life(now_usec)
	if is_open() and _carrier != null:
		_carrier.advance(now_usec)
	if _conversation != null:
		_conversation.advance(now_usec)
	_close_if_idle(now_usec)


## Sends a message; see [code]connection.gd[/code] for the errors.
func send(message: GdwireMessage) -> Error:
	if not is_open():
		_outbox.tell("%s was not sent: %s" % [message.tag(), _why_not_open()])
		return ERR_UNCONFIGURED
	return _conversation.send(message)


## Sends a request. Settled at once when it cannot be sent.
func request(message: GdwireMessage, deadline_usec: int) -> PendingRequest:
	if is_open():
		return _conversation.request(message, deadline_usec)
	var pending := PendingRequest.new()
	pending.settle(Answer.of_error("the request was not sent: " + _why_not_open()))
	_outbox.add(Event.answered(pending))
	return pending


## Answers a request of the peer's.
func reply(id: int, message: GdwireMessage, now_usec: int) -> Error:
	if not is_open():
		return ERR_UNCONFIGURED
	var error := _conversation.reply(id, message, now_usec)
	_end_if_failed()
	return error


## Tells the peer that nothing here answers its request.
func refuse(id: int, tag: String, now_usec: int) -> void:
	if is_open():
		_conversation.refuse(id, tag, now_usec)
		_end_if_failed()


## Sends any JSON object to a plain peer.
func send_json(object: Dictionary) -> Error:
	if state != State.PLAIN:
		_outbox.tell("a JSON object was not sent: the peer is not in plain mode")
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


## Whether users may send: the handshake is done, and the peer is not plain. So they may while a
## session has no connection.
func is_open() -> bool:
	return state == State.OPEN or state == State.SUSPENDED


## The session that the connection carries, or carried when it broke; null without one.
func session_state() -> SessionState:
	return null if _carrier == null else _carrier.state


## Whether this connection carried on a session of another one.
func has_resumed() -> bool:
	return _carrier != null and _session_greeting.resumes


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


## The bytes to send, which are then no longer here.
func take_output() -> PackedByteArray:
	return _outbox.take_bytes()


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


func _greeting_is_late() -> void:
	var seconds := _settings.greeting_usec / 1e6
	if _settings.session != null:
		# Not with a reject, which would end the session where the peer has resumed it already.
		close("no welcome came within %.1f s" % seconds)
		return
	if _decoder.is_inside_line():
		_reject("too_late", (
			"the first line was not whole within %.1f s: end each line with a newline" % seconds
		))
	elif _awaits_first_line:
		if _is_too_busy():
			return
		# It may wait for this side to speak first, as programs without Gdwire do.
		_open_plain()
	else:
		_reject("too_late", "the handshake was not done within %.1f s" % seconds)


func _take_line(line: PackedByteArray, now_usec: int) -> void:
	var stranger := Strangers.fault_of(line) if _awaits_first_line else ""
	if not stranger.is_empty():
		_reject("not_a_hello", stranger)
	elif not _json.read(line, _decoder.blobs):
		_take_bad_line("malformed", _json.problem, now_usec)
	elif _json.is_over_limit and state != State.OPEN:
		_take_over_limit(now_usec)
	elif state == State.PLAIN:
		_take_plain(_json.object)
	elif state == State.OPEN:
		var over := _json.is_over_limit
		# Over a limit or not, it has its number in the session.
		if (over or not _is_refused()) and _is_new(line, now_usec) \
				and (over or not _is_of_the_wire(now_usec)):
			_conversation.take(_json, now_usec)
	elif not _is_let_in(_json.object):
		return
	elif _settings.role == Settings.Role.ACCEPTOR:
		_take_hello(now_usec)
	else:
		_take_welcome(now_usec)


## Whether the greeting in [member _json] may be looked at, in the end; else it was answered.
func _is_let_in(object: Dictionary) -> bool:
	if _gate == null:
		return true
	match _gate.take(object):
		Gate.Verdict.JUDGE:
			_json.object = _gate.greeting
			return true
		Gate.Verdict.SAY:
			_outbox.put_core(_gate.answer)
		Gate.Verdict.REFUSE:
			_reject(_gate.code, _gate.text)
		Gate.Verdict.HEAR:
			if not _is_refused():
				_reject("not_a_hello", "the reject has no reason that can be read")
	return false


func _take_over_limit(now_usec: int) -> void:
	var greeting: Variant = _json.object.get(_core.discriminator())
	var is_first := state == State.GREETING or _awaits_first_line
	# Whoever has not proved the token hears none of what it sent again.
	if is_first and _gate == null and greeting is String and greeting == "hello":
		_reject("not_a_hello", "the first line: " + _json.limits.problem)
	else:
		_take_bad_line("invalid_message", _json.limits.problem, now_usec)


func _take_bad_line(code: String, text: String, now_usec: int) -> void:
	if _carrier != null:
		_carrier.take_damaged(text)
		return
	if state == State.GREETING and _settings.session != null:
		fail("the welcome was damaged on its way: %s" % text)
		return
	if code == "too_long" and (state == State.GREETING or _awaits_first_line):
		_reject("not_a_hello", Strangers.too_long(_decoder.limit()))
		return
	if state == State.GREETING:
		if not _is_let_in({}):
			return
		if _settings.role == Settings.Role.INITIATOR or not _settings.plain:
			_reject("not_a_hello", _no_greeting() + " (it cannot be read: %s)" % text)
			return
		if _is_too_busy():
			return
		_open_plain()
	_awaits_first_line = false
	_outbox.tell("%s: %s" % [code, text])
	if state == State.OPEN:
		_outbox.put_error(Core.Error_.of(code, text), 0, now_usec)
	else:
		_plain.line_came()


func _take_hello(now_usec: int) -> void:
	if _is_other_wire("hello"):
		return
	var message := _greeting()
	if message is Core.Hello:
		var hello: Core.Hello = message
		var verdict := Handshake.judge(_settings, hello.protocols)
		if not verdict.code.is_empty():
			_session_greeting.lose_wanted(hello, "%s: %s" % [verdict.code, verdict.text])
			_reject(verdict.code, verdict.text)
			return
		_outbox.peer_limit = hello.max_frame
		_welcome(hello, verdict)
		if state == State.GREETING:
			_life.begin(hello.silence, now_usec)
			_open(verdict, hello.library, hello.features)
	elif _settings.plain and not _json.object.has(_core.discriminator()):
		if _is_too_busy():
			return
		_open_plain()
		_take_plain(_json.object)
	else:
		_reject("not_a_hello", _no_greeting())


func _take_welcome(now_usec: int) -> void:
	if _is_other_wire("welcome"):
		return
	var message := _greeting()
	if message is Core.Welcome:
		var welcome: Core.Welcome = message
		var verdict := Handshake.judge(_settings, welcome.protocols)
		if not verdict.code.is_empty():
			_reject(verdict.code, verdict.text)
			return
		_outbox.peer_limit = welcome.max_frame
		var carried := _carried(welcome.protocols, verdict, welcome.features)
		if not _session_greeting.be_welcomed(welcome, carried):
			has_said_bye = true
			_outbox.put_core(Core.Bye.new())
			close(_session_greeting.problem)
			return
		_life.begin(welcome.silence, now_usec)
		_open(verdict, welcome.library, welcome.features)
	elif message is Core.Reject:
		_is_refused()
	elif message is Core.Challenge:
		_reject("unauthorized", (
			"the peer that listens asks for a token, and this side has none: give this side the same"
			+ " token"
		))
	else:
		_reject("not_a_hello", _no_greeting())


## Whether the greeting is of another version of the wire, whose other fields may be others too;
## refuses the peer then.
func _is_other_wire(tag: String) -> bool:
	var wire: Variant = _json.object.get("wire")
	if _json.object.get(_core.discriminator()) != tag or not wire is float or wire == Version.WIRE:
		return false
	_reject("wire_version", Handshake.wire_problem(str(wire)))
	return true


## Whether the peer refuses what it was welcomed with, which an initiator may do; closes then.
func _is_refused() -> bool:
	if not _json.object.has(_core.discriminator()):
		return false
	_json.spell_out()
	var decoded := _core.decode(_json.object)
	if not decoded.message is Core.Reject:
		return false
	var reject: Core.Reject = decoded.message
	var reason := "the peer refused the connection: %s: %s" % [reject.code, reject.message]
	if _carrier != null:
		_carrier.state.lose(reason)
	else:
		_session_greeting.lose_resumed(reject.code, reason)
		close(reason)
	return true


## The core message that came; null when it is none, or not valid.
func _greeting() -> GdwireMessage:
	if not _json.object.has(_core.discriminator()):
		return null
	var decoded := _core.decode(_json.object)
	if not decoded.ok():
		_outbox.tell("the first line: " + decoded.problem())
	return decoded.message


func _no_greeting() -> String:
	if _settings.role == Settings.Role.INITIATOR:
		return (
			"the first line is no valid welcome: check the port, or set plain on this client for a"
			+ " server without Gdwire"
		)
	if _settings.plain:
		return "the first line is no valid hello: use a Gdwire client of the same version"
	return (
		"the first line is no valid hello, and plain mode is off: use a Gdwire client, or set plain on"
		+ " the server"
	)


func _open(verdict: Handshake, library: String, features: PackedStringArray) -> void:
	state = State.OPEN
	_awaits_first_line = false
	_decoder.widen()
	peer_library = library
	if _uses_blobs(features):
		_decoder.accept_blobs()
		_outbox.uses_blobs = true
	_carry()
	if _session_greeting.resumes:
		_conversation = _carrier.state.conversation
		_conversation.move_to(_outbox)
		_carrier.resume(_session_greeting.peer_received)
		return
	_conversation = Conversation.new(_outbox, verdict.common)
	_conversation.max_requests = _settings.max_requests
	_conversation.max_open_requests = _settings.max_open_requests
	if _carrier != null:
		_carrier.state.conversation = _conversation
	_outbox.add(Event.opened())
	for protocol: GdwireProtocol in verdict.differing:
		_outbox.put_core(Core.Fingerprints.of(protocol.name(), protocol.fingerprints()))


func _open_plain() -> void:
	state = State.PLAIN
	_plain = PlainTalk.new(_outbox, _settings.paced)
	_outbox.mute = true
	_outbox.add(Event.opened())


func _take_plain(object: Dictionary) -> void:
	var greeting: Variant = object.get(_core.discriminator())
	if _awaits_first_line and greeting is String and greeting == "hello":
		_reject("too_late", (
			"the hello came after more than %.1f s, when the peer counted as plain already: say hello"
			+ " at once"
		) % (_settings.greeting_usec / 1e6))
		return
	_awaits_first_line = false
	# A typed server says in the only words that it has why it takes no plain client.
	if _settings.role == Settings.Role.INITIATOR and _is_refused():
		return
	_outbox.add(Event.json_object(object))
	_plain.line_came()


func _reject(code: String, text: String) -> void:
	has_refused = true
	_outbox.put_core(Core.Reject.of(code, text))
	var reason := "this side refused the peer: %s: %s" % [code, text]
	_session_greeting.lose_resumed(code, reason)
	close(reason)


## Whether there is no room for a peer that resumes no session; refuses it then. Asked once.
func _is_too_busy() -> bool:
	var busy := _settings.refusal()
	if not busy.is_empty():
		_reject("busy", busy)
	return not busy.is_empty()


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
	has_said_bye = has_said_bye or (_carrier != null and _carrier.has_said_bye)
	if _conversation != null:
		_conversation.end(reason)
	_outbox.add(Event.closed(reason))


## Answers a hello, with a refusal where it must be.
func _welcome(hello: Core.Hello, verdict: Handshake) -> void:
	var has_place := _settings.sessions != null and _session_greeting.wanted(hello) != null
	if not has_place and _is_too_busy():
		return
	if _settings.sessions != null:
		if _session_greeting.is_overtaken(hello):
			_reject("too_late", "the peer has resumed this session on a later connection already")
			return
		_session_greeting.accept(hello, _carried(hello.protocols, verdict, hello.features))
	if has_place and not _session_greeting.resumes:
		# The session that it had is lost, and with it a peer: this one comes for it.
		_settings.admit()
	var welcome := Handshake.welcome(_settings, verdict.common)
	welcome.session = _session_greeting.given()
	if _gate != null:
		welcome.proof = _gate.own_proof()
	_outbox.put_core(welcome)


func _carried(
	theirs: Array[Core.Offer], verdict: Handshake, features: PackedStringArray
) -> String:
	return SessionGreeting.carried_by(theirs, verdict.common, _uses_blobs(features))


func _uses_blobs(features: PackedStringArray) -> bool:
	return _settings.blobs and features.has(Settings.BLOBS)


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
	if _session_greeting.state != null:
		_carrier = SessionCarrier.new(_session_greeting.state, _outbox, _settings.resume_usec)
		_carrier.broke.connect(fail)
		_carrier.ended.connect(_end)
		_carrier.gave_way.connect(_give_way)


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
