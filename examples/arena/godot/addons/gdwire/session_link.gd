extends RefCounted
## A session on one connection: what the greetings say of it, and what the numbers of lines mean.

enum Verdict {
	## The line is to be read.
	TAKE,
	## It was taken before.
	PASS,
	## Its numbers are no numbers, as [member problem] says.
	MALFORMED,
	## A line is missing before it.
	GAP,
}

const Core = preload("core/core.gd")
const GdwireProtocol = preload("protocol.gd")
const Outbox = preload("outbox.gd")
const SessionLines = preload("session_lines.gd")
const SessionState = preload("session_state.gd")
const Settings = preload("session_settings.gd")

## Largest integer that every reader of JSON has exactly: 2^53-1.
const LARGEST := 9007199254740991

## The session that the connection carries; null when it has none.
var state: SessionState = null
## Whether it carried on one that there was before.
var resumes: bool = false
## What is wrong, in words.
var problem: String = ""

var _settings: Settings
var _outbox: Outbox
## How far the peer is, as its greeting says.
var _peer_received: int = 0


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


## Begins to number what is sent; on a session that was resumed, writes again what the peer lacks.
func begin() -> void:
	if state == null:
		return
	_outbox.lines = state.lines
	if resumes:
		_outbox.put_bytes(state.lines.resume(_peer_received))


## Looks at the numbers of a line, and counts it. [param object] loses them.
func take(object: Dictionary, size: int, now_usec: int) -> Verdict:
	var number := _number(object, "$seq", 1)
	var acknowledged := _number(object, "$ack", 0)
	object.erase("$seq")
	object.erase("$ack")
	if number < 0:
		problem = "$seq is an integer from 1"
		return Verdict.MALFORMED
	if number > 0:
		match state.lines.take(number, size, now_usec):
			SessionLines.Verdict.GAP:
				problem = "the line after %d is missing, %d came" % [state.lines.received, number]
				return Verdict.GAP
			SessionLines.Verdict.TAKEN:
				return Verdict.PASS
	if acknowledged < 0:
		problem = "$ack is an integer from 0"
		return Verdict.MALFORMED
	_acknowledge(acknowledged, now_usec)
	_say_news(now_usec)
	return Verdict.TAKE


## Lets time pass: what was taken is acknowledged.
func advance(now_usec: int) -> void:
	_say_news(now_usec)


## Says goodbye, with how far this side is.
func say_bye() -> void:
	_outbox.put_core(Core.Bye.new(), "$ack", state.lines.received)
	state.lines.tell_news()


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
func _resume(found: SessionState, peer_received: int, carried: String, longest: int) -> bool:
	problem = _why_not_resumable(found, peer_received, carried, longest)
	if not problem.is_empty():
		found.lose(problem)
		return false
	found.take_over()
	state = found
	resumes = true
	_peer_received = peer_received
	return true


func _why_not_resumable(
	found: SessionState, peer_received: int, carried: String, longest: int
) -> String:
	if found.is_over:
		return "the session has ended meanwhile"
	if not found.lines.is_possible(peer_received):
		return "the peer says that it took %d lines, which cannot be" % peer_received
	if found.carried != carried:
		return "the connection carries something else than before"
	found.lines.acknowledge(peer_received)
	if not found.lines.fits(longest):
		return "the peer takes no lines that are as long as before: %d bytes" % longest
	return ""


func _acknowledge(number: int, now_usec: int) -> void:
	if not state.lines.acknowledge(number):
		var text := "$ack is %d, which was never sent" % number
		_outbox.tell("unexpected: " + text)
		_outbox.put_error(Core.Error_.of("unexpected", text), 0, now_usec)


func _say_news(now_usec: int) -> void:
	if state != null and state.lines.is_news_due(now_usec):
		_outbox.put_core(Core.Ack.new(), "$ack", state.lines.news())
		state.lines.tell_news()


static func _lose(session: SessionState, reason: String) -> void:
	if session != null:
		session.lose(reason)


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
