extends RefCounted
## What the greetings of a connection say of its session: which one it carries.

const Core = preload("core/core.gd")
const GdwireProtocol = preload("protocol.gd")
const Outbox = preload("outbox.gd")
const SessionState = preload("session_state.gd")
const Settings = preload("session_settings.gd")

## Refusals of a connection that say nothing against the next one.
const PASSING_REFUSALS: Array[String] = ["busy", "not_a_hello", "too_late"]

## The session that the connection carries; null when it has none.
var state: SessionState = null
## Whether it carried on one that there was before.
var resumes: bool = false
## How many lines the peer has taken, when it [member resumes].
var peer_received: int = 0
## Why a session cannot be resumed.
var problem: String = ""

var _settings: Settings
var _outbox: Outbox


func _init(settings: Settings, outbox: Outbox) -> void:
	_settings = settings
	_outbox = outbox


## What an initiator's hello says of the session; null when it wants none.
func asked() -> Core.Session:
	if not _settings.offers_sessions():
		return null
	return Core.Session.of(0) if _settings.session == null else _described(_settings.session)


## What an acceptor's welcome says of the session; null when there is none.
func given() -> Core.Session:
	return null if state == null else _described(state)


## For acceptors: the session that a hello wants to resume; null when there is none.
func wanted(hello: Core.Hello) -> SessionState:
	var names_one := _is_asked_for(hello) and hello.session.has_id()
	return _settings.sessions.find(hello.session.id) if names_one else null


## For acceptors: whether the hello was overtaken on its way, by one of a later connection on which
## the peer acknowledged more. Its connection is given up by now.
func is_overtaken(hello: Core.Hello) -> bool:
	var found := wanted(hello)
	return found != null and found.lines.is_older_than_acknowledged(hello.session.received)


## For acceptors: finds the session of the connection, or makes one.
func accept(hello: Core.Hello, carried: String) -> void:
	if not _is_asked_for(hello):
		return
	var found := wanted(hello)
	if found == null or not _resume(found, hello.session.received, carried, hello.max_frame):
		state = _settings.sessions.open(_settings.kept_bytes)
		if state == null:
			_outbox.tell("there are no random numbers here, so the peer gets no session")
		else:
			state.carried = carried


## For initiators: finds the session of the connection. False when the peer wants to resume what
## cannot be resumed, as [member problem] says.
func be_welcomed(welcome: Core.Welcome, carried: String) -> bool:
	var before := _settings.session
	var its := welcome.session
	if not _settings.offers_sessions() or not welcome.features.has(Settings.SESSIONS):
		its = null
	if its == null or not its.has_id():
		_lose(before, "the peer keeps no sessions any more")
		return true
	if before != null and before.id == its.id:
		return _resume(before, its.received, carried, welcome.max_frame)
	_lose(before, "the peer has it no more: it was started anew, or it gave the session up")
	state = SessionState.new(its.id, _settings.kept_bytes)
	state.carried = carried
	return true


## For acceptors: the peer that said hello is refused, as it does not fit any more; the session that it
## wants to resume is lost.
func lose_wanted(hello: Core.Hello, reason: String) -> void:
	_lose(wanted(hello), reason)


## For initiators: the connection was refused, and so the session that it was to resume is lost, but
## for refusals that the next connection may not meet.
func lose_resumed(code: String, reason: String) -> void:
	if not PASSING_REFUSALS.has(code):
		_lose(_settings.session, reason)


## The protocols and features of a connection, in words.
static func carried_by(
	theirs: Array[Core.Offer], common: Array[GdwireProtocol], blobs: bool
) -> String:
	var names := PackedStringArray()
	for protocol: GdwireProtocol in common:
		for offer: Core.Offer in theirs:
			if offer.name == protocol.name():
				names.append("%s %s %s" % [offer.name, offer.version, offer.fingerprint])
	names.sort()
	return "%s; blobs: %s" % [", ".join(names), blobs]


func _described(its_state: SessionState) -> Core.Session:
	var session := Core.Session.of(its_state.lines.received)
	session.id = its_state.id
	return session


func _is_asked_for(hello: Core.Hello) -> bool:
	return (
		_settings.sessions != null and hello.session != null
		and hello.features.has(Settings.SESSIONS)
	)


## Resumes a session; when that cannot be, it is lost.
func _resume(found: SessionState, received: int, carried: String, longest: int) -> bool:
	problem = _why_not_resumable(found, received, carried, longest)
	if not problem.is_empty():
		found.lose(problem)
		return false
	found.take_over()
	state = found
	resumes = true
	peer_received = received
	return true


func _why_not_resumable(
	found: SessionState, received: int, carried: String, longest: int
) -> String:
	if found.is_over:
		return "the session has ended meanwhile"
	if not found.lines.is_possible(received):
		return "the peer says that it took %d lines, which cannot be" % received
	if found.carried != carried:
		return "the connection carries something else than before"
	found.lines.acknowledge(received)
	if not found.lines.fits(longest):
		return "the peer takes no lines that are as long as before: %d bytes" % longest
	return ""


static func _lose(session: SessionState, reason: String) -> void:
	if session != null:
		session.lose(reason)
