extends RefCounted
## How a session opens: by a hello and its welcome, or with a plain peer. Says who is let in, and why
## others are not.
##
## Lines go in; what comes of each is a [enum Step]. What the peer is to be told is in the outbox by
## then.

## What comes of a line, or of the time.
enum Step {
	## It is the peer's turn.
	WAIT,
	## The peers have agreed, as [member verdict] and [member greeting] say.
	OPEN,
	## The peer is plain.
	PLAIN,
	## All is over, for the [member reason].
	CLOSE,
	## All is over, for the [member reason], and the peer is told so by a bye.
	BYE,
	## The connection is of no use, for the [member reason]; a session may go on with another.
	FAIL,
}

const Core = preload("core/core.gd")
const Gate = preload("gate.gd")
const GdwireBlob = preload("blob.gd")
const GdwireMessage = preload("message.gd")
const Handshake = preload("handshake.gd")
const JsonLine = preload("json_line.gd")
const Outbox = preload("outbox.gd")
const SessionGreeting = preload("session_greeting.gd")
const Settings = preload("session_settings.gd")
const Strangers = preload("strangers.gd")
const Version = preload("version.gd")

## The first byte of a peer that speaks TLS is one of these, and that of a line never is.
const TLS_LOWEST := 20
const TLS_HIGHEST := 24
const PEER_HAS_TLS := (
	"the peer speaks TLS here: one side uses TLS, the other does not; give TLS to both, or to none"
)
## What stands for the words of a peer that may be anybody.
const UNPROVED := (
	"it said so before it had proved that it has the token, so its words are left out"
)

## Which session the connection carries.
var session: SessionGreeting
## A plain peer is allowed, and has said nothing yet, also when it counts as plain by its silence.
var awaits_first_line: bool = false
## Whether this side refused the peer; the refusal must still reach it.
var has_refused: bool = false
## Why it is over.
var reason: String = ""
## What the peers agreed on.
var verdict: Handshake = null
## The hello or the welcome of the peer.
var greeting: Greeting = null

var _settings: Settings
var _outbox: Outbox
var _core: Core = Core.new()
## Keeps out who has not the token; null where none is asked for.
var _gate: Gate = null
var _deadline_usec: int = 0


func _init(settings: Settings, outbox: Outbox) -> void:
	_settings = settings
	_outbox = outbox
	session = SessionGreeting.new(settings, outbox)
	awaits_first_line = settings.plain and settings.role == Settings.Role.ACCEPTOR
	if not settings.token.is_empty():
		_gate = Gate.new(settings)


## Begins: an initiator says hello, or takes the peer for plain.
func start(now_usec: int) -> Step:
	_deadline_usec = now_usec + _settings.greeting_usec
	if _settings.role == Settings.Role.ACCEPTOR:
		return Step.WAIT
	if _settings.plain:
		return Step.PLAIN
	var hello := Handshake.hello(_settings)
	hello.session = session.asked()
	_outbox.put_core(hello)
	return Step.WAIT


## The first bytes came.
func look_at(first: int) -> Step:
	if first >= TLS_LOWEST and first <= TLS_HIGHEST:
		return reject("not_a_hello", PEER_HAS_TLS)
	return Step.WAIT


## Lets time pass; to be called while the handshake is not done.
func advance(now_usec: int, is_inside_line: bool) -> Step:
	if now_usec < _deadline_usec:
		return Step.WAIT
	var seconds := _settings.greeting_usec / 1e6
	if _settings.session != null:
		reason = "no welcome came within %.1f s" % seconds
		return Step.FAIL
	if is_inside_line:
		return reject("too_late", (
			"the first line was not whole within %.1f s: end each line with a newline" % seconds
		))
	if awaits_first_line:
		# It may wait for this side to speak first, as programs without Gdwire do.
		return _take_for_plain()
	return reject("too_late", "the handshake was not done within %.1f s" % seconds)


## Takes a line of the handshake.
func take(line: JsonLine) -> Step:
	if _gate == null:
		return _judge(line)
	match _gate.take(line.object):
		Gate.Verdict.JUDGE:
			line.object = _gate.greeting
			return _judge(line)
		Gate.Verdict.REFUSE:
			return reject(_gate.code, _gate.text)
		Gate.Verdict.HEAR:
			return _hear(line)
	_outbox.put_core(_gate.answer)
	return Step.WAIT


## Takes a line that is over a limit, where the handshake is not done or the peer is plain. WAIT where
## it is to be taken as one that cannot be read.
func take_over_limit(line: JsonLine, is_greeting: bool) -> Step:
	var tag: Variant = line.object.get(_core.discriminator())
	# Whoever has not proved the token hears none of what it sent again.
	if (is_greeting or awaits_first_line) and _gate == null and tag is String and tag == "hello":
		return reject("not_a_hello", "the first line: " + line.limits.problem)
	return Step.WAIT


## The first line is too long.
func take_too_long(limit: int) -> Step:
	return reject("not_a_hello", Strangers.too_long(limit))


## Takes a line of the handshake that cannot be read, for such a reason.
func take_unreadable(problem: String) -> Step:
	if _settings.session != null:
		reason = "the welcome was damaged on its way: %s" % problem
		return Step.FAIL
	if _gate != null:
		_gate.take({})
		return reject(_gate.code, _gate.text)
	if _settings.role == Settings.Role.INITIATOR or not _settings.plain:
		return reject("not_a_hello", _no_greeting() + " (it cannot be read: %s)" % problem)
	return _take_for_plain()


## Whether the line may be read at all: not if it is of another protocol than this, such as HTTP.
func take_stranger(line: PackedByteArray) -> Step:
	var stranger := Strangers.fault_of(line) if awaits_first_line else ""
	return Step.WAIT if stranger.is_empty() else reject("not_a_hello", stranger)


## Takes an object of a peer that counts as plain; WAIT where that is right.
func take_plain(line: JsonLine) -> Step:
	var tag: Variant = line.object.get(_core.discriminator())
	if awaits_first_line and tag is String and tag == "hello":
		return reject("too_late", (
			"the hello came after more than %.1f s, when the peer counted as plain already: say hello"
			+ " at once"
		) % (_settings.greeting_usec / 1e6))
	awaits_first_line = false
	# A typed server says in the only words that it has why it takes no plain client.
	if _settings.role == Settings.Role.INITIATOR and is_refused(line):
		return Step.CLOSE
	return Step.WAIT


## Whether the peer says that it refuses this side, which an initiator may do even after its welcome;
## the [member reason] tells why.
func is_refused(line: JsonLine) -> bool:
	var its := _reject_in(line)
	if its == null:
		return false
	reason = "the peer refused the connection: %s: %s" % [its.code, its.message]
	session.lose_resumed(its.code, reason)
	return true


## Refuses the peer; without a word where this side resumes a session: the peer may have done so
## already, and a reject would end it.
func reject(code: String, text: String) -> Step:
	if _settings.session != null:
		reason = "this side gave the connection up: %s: %s" % [code, text]
		return Step.FAIL
	has_refused = true
	_outbox.put_core(Core.Reject.of(code, text))
	reason = "this side refused the peer: %s: %s" % [code, text]
	return Step.CLOSE


## Whether blobs travel, if the peer has such features.
func uses_blobs(features: PackedStringArray) -> bool:
	return _settings.blobs and features.has(Settings.BLOBS)


## Hears a reject of a peer that has not proved the token: it may be of anybody, and so may its
## words. Only that this side's own proof was refused ends a session.
func _hear(line: JsonLine) -> Step:
	var its := _reject_in(line)
	if its == null:
		return reject("not_a_hello", "the reject has no reason that can be read")
	var is_of_the_token := its.code == "unauthorized"
	var words := Gate.ANOTHER_TOKEN if is_of_the_token else UNPROVED
	reason = "the peer refused the connection: %s: %s" % [its.code, words]
	if not is_of_the_token or not _gate.awaits_judgement():
		return Step.FAIL
	session.lose_resumed(its.code, reason)
	return Step.CLOSE


## The reject that a line is; null when it is none, or not valid.
func _reject_in(line: JsonLine) -> Core.Reject:
	if line.object.get(_core.discriminator()) is GdwireBlob:
		line.spell_out()
	var tag: Variant = line.object.get(_core.discriminator())
	if not tag is String or tag != "reject":
		return null
	line.spell_out()
	var decoded := _core.decode(line.object)
	if not decoded.message is Core.Reject:
		return null
	var its: Core.Reject = decoded.message
	return its


## The peer has resumed the session already, which ends by it.
func _say_bye(why: String) -> Step:
	_outbox.put_core(Core.Bye.new())
	reason = why
	return Step.BYE


func _take_for_plain() -> Step:
	return Step.CLOSE if _is_too_busy() else Step.PLAIN


## Whether there is no room for a peer that resumes no session; refuses it then. Asked once.
func _is_too_busy() -> bool:
	var busy := _settings.refusal()
	if not busy.is_empty():
		reject("busy", busy)
	return not busy.is_empty()


func _judge(line: JsonLine) -> Step:
	var is_acceptor := _settings.role == Settings.Role.ACCEPTOR
	if _is_other_wire(line.object, "hello" if is_acceptor else "welcome"):
		return reject("wire_version", Handshake.wire_problem(str(line.object["wire"])))
	var message := _core_message(line.object)
	if is_acceptor and message is Core.Hello:
		var hello: Core.Hello = message
		return _take_hello(hello)
	if is_acceptor and _settings.plain and not line.object.has(_core.discriminator()):
		return _take_for_plain()
	if not is_acceptor and message is Core.Welcome:
		var welcome: Core.Welcome = message
		return _take_welcome(welcome)
	if not is_acceptor and message is Core.Reject and is_refused(line):
		return Step.CLOSE
	if not is_acceptor and message is Core.Challenge:
		return reject("unauthorized", (
			"the peer that listens asks for a token, and this side has none: give this side the same"
			+ " token"
		))
	return reject("not_a_hello", _no_greeting())


## Whether the greeting is of another version of the wire, whose other fields may be others too.
func _is_other_wire(object: Dictionary, tag: String) -> bool:
	var wire: Variant = object.get("wire")
	return object.get(_core.discriminator()) == tag and wire is float and wire != Version.WIRE


## The core message that came; null when it is none, or not valid.
func _core_message(object: Dictionary) -> GdwireMessage:
	if not object.has(_core.discriminator()):
		return null
	var decoded := _core.decode(object)
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


## Answers a hello, with a refusal where it must be.
func _take_hello(hello: Core.Hello) -> Step:
	verdict = Handshake.judge(_settings, hello.protocols)
	if not verdict.code.is_empty():
		session.lose_wanted(hello, "%s: %s" % [verdict.code, verdict.text])
		return reject(verdict.code, verdict.text)
	var has_place := _settings.sessions != null and session.wanted(hello) != null
	if not has_place and _is_too_busy():
		return Step.CLOSE
	if _settings.sessions != null:
		if session.is_overtaken(hello):
			return reject("too_late", "the peer has resumed this session on a later connection already")
		session.accept(hello, _carried(hello.protocols, hello.features))
	if has_place and not session.resumes:
		# The session that it had is lost, and with it a peer: this one comes for it.
		_settings.admit()
	var welcome := Handshake.welcome(_settings, verdict.common)
	welcome.session = session.given()
	if _gate != null:
		welcome.proof = _gate.own_proof()
	_outbox.put_core(welcome)
	# What it takes holds for what comes behind the greetings.
	_outbox.peer_limit = hello.max_frame
	return _open(Greeting.new(hello.library, hello.features, hello.silence))


func _take_welcome(welcome: Core.Welcome) -> Step:
	verdict = Handshake.judge(_settings, welcome.protocols)
	if not verdict.code.is_empty() and _settings.session == null:
		return reject(verdict.code, verdict.text)
	if not verdict.code.is_empty():
		var misfit := "the peer carries what does not fit any more: %s: %s" % [
			verdict.code, verdict.text,
		]
		session.lose_resumed(verdict.code, misfit)
		return _say_bye(misfit)
	_outbox.peer_limit = welcome.max_frame
	if not session.be_welcomed(welcome, _carried(welcome.protocols, welcome.features)):
		return _say_bye(session.problem)
	return _open(Greeting.new(welcome.library, welcome.features, welcome.silence))


func _open(its: Greeting) -> Step:
	greeting = its
	# It holds all that the peer said.
	_gate = null
	return Step.OPEN


func _carried(theirs: Array[Core.Offer], features: PackedStringArray) -> String:
	return SessionGreeting.carried_by(theirs, verdict.common, uses_blobs(features))


## What the peer says of itself.
class Greeting:
	extends RefCounted

	## Its library and version.
	var library: String
	## What it can do.
	var features: PackedStringArray
	## After how many silent milliseconds it is gone; 0 when it promises nothing.
	var silence: int


	func _init(its_library: String, its_features: PackedStringArray, its_silence: int) -> void:
		library = its_library
		features = its_features
		silence = its_silence
