extends RefCounted
## One conversation with one peer: framing, handshake, messages, requests, limits.
##
## The whole protocol of docs/wire.md, without a socket and without a clock: bytes, commands and
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
const JsonLine = preload("json_line.gd")
const LineDecoder = preload("line_decoder.gd")
const Outbox = preload("outbox.gd")
const PendingRequest = preload("pending_request.gd")
const PlainTalk = preload("plain_talk.gd")
const Settings = preload("session_settings.gd")
const Strangers = preload("strangers.gd")
const Version = preload("version.gd")

## The first byte of a peer that speaks TLS is one of these, and that of a line never is.
const TLS_LOWEST := 20
const TLS_HIGHEST := 24
const PEER_HAS_TLS := (
	"the peer speaks TLS here: one side uses TLS, the other does not; give TLS to both, or to none"
)

var state: State = State.NEW
## Library of the peer, as it says; empty before the handshake and in plain mode.
var peer_library: String = ""
## Whether this side refused the peer; the refusal must still reach it.
var has_refused: bool = false

var _settings: Settings
var _outbox: Outbox = Outbox.new()
var _decoder: LineDecoder
var _json: JsonLine = JsonLine.new()
var _core: Core = Core.new()
var _conversation: Conversation = null
var _greeting_deadline: int = 0
## Bytes of the peer's have come.
var _heard: bool = false
var _plain: PlainTalk = null
## Keeps out who has not the token; null where none is asked for.
var _gate: Gate = null
## A plain peer is allowed, and has said nothing yet, also when it counts as plain by its silence.
var _awaits_first_line: bool = false


func _init(settings: Settings) -> void:
	_settings = settings
	_decoder = LineDecoder.new(maxi(settings.max_frame, Settings.LEAST_MAX_FRAME))
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
			_outbox.put_core(Handshake.hello(_settings))
	elif _settings.busy:
		_reject("busy", "as many peers as this side takes are connected: close one")


## Takes bytes from the peer, cut anywhere.
func receive(bytes: PackedByteArray, now_usec: int) -> void:
	if state == State.CLOSED or bytes.is_empty():
		return
	if not _heard and bytes[0] >= TLS_LOWEST and bytes[0] <= TLS_HIGHEST:
		_reject("not_a_hello", PEER_HAS_TLS)
		return
	_heard = true
	_decoder.push(bytes)
	while state != State.CLOSED:
		match _decoder.next():
			LineDecoder.Found.NOTHING:
				return
			LineDecoder.Found.TOO_LONG:
				_take_bad_line("too_long", (
					"a line is longer than %d bytes, and was skipped" % _settings.max_frame
				), now_usec)
			LineDecoder.Found.MALFORMED:
				_take_bad_line("malformed", _decoder.reason, now_usec)
			LineDecoder.Found.FRAME:
				_take_line(_decoder.frame, now_usec)


## The peer will send no more.
func end_of_stream() -> void:
	if state == State.CLOSED:
		return
	var reason := "the peer closed the connection"
	if _decoder.pending() > 0:
		_outbox.tell((
			"truncated: the connection ended in the middle of a line, after %d bytes of it: each line"
			+ " needs a newline at its end"
		) % _decoder.pending())
	if state == State.GREETING:
		reason = "the peer closed the connection before the handshake was done"
	close(reason)


## Lets time pass: deadlines.
func advance(now_usec: int) -> void:
	if state == State.GREETING and now_usec >= _greeting_deadline:
		_greeting_is_late()
	if _conversation != null:
		_conversation.advance(now_usec)


## Sends a message; see [code]connection.gd[/code] for the errors.
func send(message: GdwireMessage) -> Error:
	if state != State.OPEN:
		_outbox.tell("%s was not sent: %s" % [message.tag(), _why_not_open()])
		return ERR_UNCONFIGURED
	return _conversation.send(message)


## Sends a request. Settled at once when it cannot be sent.
func request(message: GdwireMessage, deadline_usec: int) -> PendingRequest:
	if state == State.OPEN:
		return _conversation.request(message, deadline_usec)
	var pending := PendingRequest.new()
	pending.settle(Answer.of_error("the request was not sent: " + _why_not_open()))
	_outbox.add(Event.answered(pending))
	return pending


## Answers a request of the peer's.
func reply(id: int, message: GdwireMessage, now_usec: int) -> Error:
	return ERR_UNCONFIGURED if state != State.OPEN else _conversation.reply(id, message, now_usec)


## Tells the peer that nothing here answers its request.
func refuse(id: int, tag: String, now_usec: int) -> void:
	if state == State.OPEN:
		_conversation.refuse(id, tag, now_usec)


## Sends any JSON object to a plain peer.
func send_json(object: Dictionary) -> Error:
	if state != State.PLAIN:
		_outbox.tell("a JSON object was not sent: the peer is not in plain mode")
		return ERR_UNCONFIGURED
	return _plain.send(object)


## Ends the session; every request that waits is settled. The reason goes to the owner.
func close(reason: String) -> void:
	if state == State.CLOSED:
		return
	state = State.CLOSED
	if _conversation != null:
		_conversation.end(reason)
	_outbox.add(Event.closed(reason))


## Adds a problem that the driver of this session met.
func tell(problem: String) -> void:
	_outbox.tell(problem)


## The bytes to send, which are then no longer here.
func take_output() -> PackedByteArray:
	return _outbox.take_bytes()


## The events since the last call, oldest first.
func take_events() -> Array[Event]:
	return _outbox.take_events()


func _greeting_is_late() -> void:
	var seconds := _settings.greeting_usec / 1e6
	if _decoder.is_inside_line():
		_reject("too_late", (
			"the first line was not whole within %.1f s: end each line with a newline" % seconds
		))
	elif _awaits_first_line:
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
	elif state == State.PLAIN:
		_take_plain(_json.object)
	elif state == State.OPEN:
		if not _is_refused():
			_conversation.take(_json, now_usec)
	elif not _is_let_in(_json.object):
		return
	elif _settings.role == Settings.Role.ACCEPTOR:
		_take_hello()
	else:
		_take_welcome()


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


func _take_bad_line(code: String, text: String, now_usec: int) -> void:
	if code == "too_long" and (state == State.GREETING or _awaits_first_line):
		_reject("not_a_hello", Strangers.too_long(_decoder.limit()))
		return
	if state == State.GREETING:
		if not _is_let_in({}):
			return
		if _settings.role == Settings.Role.INITIATOR or not _settings.plain:
			_reject("not_a_hello", _no_greeting() + " (it cannot be read: %s)" % text)
			return
		_open_plain()
	_awaits_first_line = false
	_outbox.tell("%s: %s" % [code, text])
	if state == State.OPEN:
		_outbox.put_error(Core.Error_.of(code, text), 0, now_usec)
	else:
		_plain.line_came()


func _take_hello() -> void:
	if _is_other_wire("hello"):
		return
	var message := _greeting()
	if message is Core.Hello:
		var hello: Core.Hello = message
		var verdict := Handshake.judge(_settings, hello.protocols)
		if not verdict.code.is_empty():
			_reject(verdict.code, verdict.text)
			return
		_outbox.peer_limit = hello.max_frame
		var welcome := Handshake.welcome(_settings, verdict.common)
		if _gate != null:
			welcome.proof = _gate.own_proof()
		_outbox.put_core(welcome)
		_open(verdict, hello.library, hello.features)
	elif _settings.plain and not _json.object.has(_core.discriminator()):
		_open_plain()
		_take_plain(_json.object)
	else:
		_reject("not_a_hello", _no_greeting())


func _take_welcome() -> void:
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
	close("the peer refused the connection: %s: %s" % [reject.code, reject.message])
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
	if _settings.blobs and features.has(Settings.BLOBS):
		_decoder.accept_blobs()
		_outbox.uses_blobs = true
	_conversation = Conversation.new(_outbox, verdict.common)
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
	close("this side refused the peer: %s: %s" % [code, text])


func _why_not_open() -> String:
	match state:
		State.PLAIN:
			return "the peer is in plain mode; use send_json"
		State.CLOSED:
			return "the connection is closed"
	return "the handshake is not done"
