extends RefCounted
## A client and a server of sessions, joined in memory, with a network that a test breaks; and the
## model that judges what arrives: each message once, in order, or a loss that is told.

const Event = preload("res://addons/gdwire/event.gd")
const PendingRequest = preload("res://addons/gdwire/pending_request.gd")
const Session = preload("res://addons/gdwire/session.gd")
const SessionRegistry = preload("res://addons/gdwire/session_registry.gd")
const SessionState = preload("res://addons/gdwire/session_state.gd")
const Settings = preload("res://addons/gdwire/session_settings.gd")
const Toy = preload("toy/toy.gd")
const ToyMessage = preload("toy/toy_message.gd")

const FOREVER := 1 << 60


## One connection, with the bytes that are on their way.
class Wire:
	extends RefCounted
	var client: Session
	var server: Session
	var up: PackedByteArray = PackedByteArray()
	var down: PackedByteArray = PackedByteArray()
	## All that the client wrote, to be played again.
	var recorded: PackedByteArray = PackedByteArray()
	var is_cut: bool = false
	## The server has seen that it carries a session.
	var is_known: bool = false


## What one side of one session sent and got.
class Journal:
	extends RefCounted
	var sent: Array[String] = []
	var got: Array[String] = []
	## What was lost as it was told; -1 while nothing was.
	var lost: int = -1


var now: int = 0
var failures: PackedStringArray = PackedStringArray()
var kept_bytes: int = 4194304
## The client's conversation: the one that is open, or was when it broke.
var front: Session = null
## The wire on which the client tries to resume, or to connect; null when there is none.
var attempt: Wire = null
var wires: Array[Wire] = []
## The server's conversations, by the ids of their sessions.
var peers: Dictionary = {}
var registry: SessionRegistry = SessionRegistry.new()
## Streams that the client wrote on wires that are gone.
var recordings: Array[PackedByteArray] = []
var requests: Array[PendingRequest] = []
## Of the kinds of events: how many.
var counts: Dictionary = {}
## Requests that wait for their answers: [conversation's session id, request id, text].
var _to_answer: Dictionary = {"client": [], "server": []}
var _journals: Dictionary = {}
## The requests that the server made.
var _server_requests: Dictionary = {}
var _next: int = 0
## Ids of the sessions that the client has had.
var _known: Dictionary = {}


func settings(role: Settings.Role) -> Settings:
	var its := Settings.new()
	its.role = role
	its.protocols = [Toy.new()]
	its.kept_bytes = kept_bytes
	its.silence_usec = 3_000_000
	if role == Settings.Role.ACCEPTOR:
		its.sessions = registry
	else:
		its.wants_session = true
	return its


func journal(side: String, id: String) -> Journal:
	return _journals.get_or_add(side + id, Journal.new())


## The client connects, or connects again.
func connect_client() -> Wire:
	var wire := Wire.new()
	var its := settings(Settings.Role.INITIATOR)
	if front != null and front.state == Session.State.SUSPENDED:
		its.session = front.session_state()
	wire.client = Session.new(its)
	wire.client.start(now)
	wire.server = _accept()
	attempt = wire
	wires.append(wire)
	return wire


## A stream of the client's comes to the server once more.
func play_again(recording: PackedByteArray) -> Wire:
	var wire := Wire.new()
	wire.server = _accept()
	wire.up = recording
	wires.append(wire)
	return wire


## The server's process is killed, and started anew.
func restart_server() -> void:
	for id: String in peers:
		journal("server", id).lost = 0
	registry = SessionRegistry.new()
	peers.clear()
	requests.assign(requests.filter(
		func(request: PendingRequest) -> bool: return not _server_requests.has(request)
	))
	_to_answer["server"] = []
	for wire: Wire in wires:
		wire.server = null
		wire.up = PackedByteArray()


## A wire is gone for one side; the other may not notice.
func cut(wire: Wire, client_notices: bool, server_notices: bool) -> void:
	wire.is_cut = true
	wire.up = PackedByteArray()
	wire.down = PackedByteArray()
	if wire.client == null:
		wires.erase(wire)
	elif client_notices:
		wire.client.end_of_stream()
		_forget(wire)
	if server_notices and wire.server != null:
		wire.server.end_of_stream()
		wire.server = null


## The client gives a wire up; what it wrote on it arrives late.
func leave(wire: Wire) -> void:
	if wire.client == null:
		return
	_move_out(wire)
	wire.client.end_of_stream()
	_look_at_attempt_of(wire)
	recordings.append(wire.recorded)
	wire.client = null


## The client sends a message, or the server does.
func send(side: String, text: String = "") -> Error:
	var session := _speaker(side)
	if session == null:
		return ERR_UNCONFIGURED
	_next += 1
	var words := "note %d %s" % [_next, text]
	var error := session.send(ToyMessage.of("note", words))
	if error == OK:
		journal(side, _id(session)).sent.append(words)
	return error


func ask(side: String) -> PendingRequest:
	var session := _speaker(side)
	if session == null:
		return null
	_next += 1
	var words := "query %d" % _next
	var pending := session.request(ToyMessage.of("query", words), FOREVER)
	if pending.answer == null:
		journal(side, _id(session)).sent.append(words)
		requests.append(pending)
		if side == "server":
			_server_requests[pending] = true
	return pending


## Answers the oldest request of the other side that waits. False when there is none.
func answer(side: String) -> bool:
	var waiting: Array = _to_answer[side]
	if waiting.is_empty():
		return false
	var first: Array = waiting.pop_front()
	var session := _speaker(side)
	if session == null or _id(session) != first[0]:
		return true
	var words := "result of %s" % first[2]
	var id: int = first[1]
	if session.reply(id, ToyMessage.of("result", words), now) == OK:
		journal(side, _id(session)).sent.append(words)
	return true


## Lets some of what is on its way arrive: at most so many bytes on each wire and way.
func deliver(most: int) -> void:
	for wire: Wire in wires.duplicate():
		_move_out(wire)
		if wire.is_cut:
			wire.up = PackedByteArray()
			wire.down = PackedByteArray()
			continue
		var up := wire.up.slice(0, most)
		wire.up = wire.up.slice(most)
		if wire.server != null and not up.is_empty():
			wire.server.receive(up, now)
		var down := wire.down.slice(0, most)
		wire.down = wire.down.slice(most)
		if wire.client != null and not down.is_empty():
			wire.client.receive(down, now)
		_look(wire)


## Lets time pass.
func advance(usec: int) -> void:
	now += usec
	if front != null:
		front.advance(now)
	for id: String in peers.keys():
		var peer: Session = peers[id]
		peer.advance(now)
	for wire: Wire in wires.duplicate():
		if wire.client != null:
			wire.client.advance(now)
		if wire.server != null:
			wire.server.advance(now)
		_look(wire)
	collect()


## Takes the events of all conversations.
func collect() -> void:
	_take_client_events()
	for id: String in peers.keys():
		_take_server_events(id)


## How many events of a kind there were.
func count_of(kind: String) -> int:
	return counts.get(kind, 0)


## What must hold in the end, when all was delivered that could be.
func judge_end() -> void:
	collect()
	if front != null and front.state == Session.State.OPEN:
		var id := _id(front)
		for side: String in ["client", "server"]:
			var missing := journal(side, id).sent.size() - journal(_other(side), id).got.size()
			if missing != 0:
				_fail("%d messages of the %s never came" % [missing, side])
		var peer: Session = peers.get(id)
		if peer == null:
			_fail("the server has no session, the client has")
		elif peer.unacknowledged() + front.unacknowledged() > 0:
			_fail("%d lines are not acknowledged" % (peer.unacknowledged() + front.unacknowledged()))
	for pending: PendingRequest in requests:
		if pending.answer == null:
			_fail("a request waits for ever")


func unanswered() -> int:
	var count := 0
	for pending: PendingRequest in requests:
		count += 1 if pending.answer == null else 0
	return count


func _accept() -> Session:
	var server := Session.new(settings(Settings.Role.ACCEPTOR))
	server.start(now)
	return server


func _speaker(side: String) -> Session:
	if side == "client":
		return front if front != null and front.is_open() else null
	var session: Session = peers.get("" if front == null else _id(front))
	return session if session != null and session.is_open() else null


func _id(session: Session) -> String:
	return session.session_state().id


func _move_out(wire: Wire) -> void:
	if wire.client != null:
		var more := wire.client.take_output()
		wire.recorded.append_array(more)
		wire.up.append_array(more)
	if wire.server != null:
		wire.down.append_array(wire.server.take_output())


## Does what servers and clients do after each poll.
func _look(wire: Wire) -> void:
	_look_at_server(wire)
	if wire == attempt:
		_look_at_attempt(wire)
	# What is over on one side ends the stream for the other, once all is written.
	if not wire.is_cut and wire.client != null and not _listens(wire.client):
		_move_out(wire)
		if wire.server != null:
			wire.server.receive(wire.up, now)
			_look_at_server(wire)
		cut(wire, true, true)
	elif not wire.is_cut and wire.server != null and not _listens(wire.server):
		_move_out(wire)
		if wire.client != null:
			wire.client.receive(wire.down, now)
		cut(wire, true, true)
	_take_client_events()


## A connection that resumed a session goes on as the peer that had it.
func _look_at_server(wire: Wire) -> void:
	if wire.server == null or wire.server.session_state() == null:
		return
	var id := _id(wire.server)
	if not wire.is_known:
		wire.is_known = true
		_take_server_events(id)
		peers[id] = wire.server
	_take_server_events(id)


func _look_at_attempt(wire: Wire) -> void:
	if wire.client.has_resumed():
		_take_client_events()
		front = wire.client
		attempt = null
	elif wire.client.state == Session.State.OPEN:
		_known[_id(wire.client)] = true
		_take_client_events()
		front = wire.client
		attempt = null
	elif wire.client.state == Session.State.CLOSED:
		attempt = null


func _listens(session: Session) -> bool:
	return session.state != Session.State.CLOSED and session.state != Session.State.SUSPENDED


func _forget(wire: Wire) -> void:
	_look_at_attempt_of(wire)
	if not wire.recorded.is_empty():
		recordings.append(wire.recorded)
	wire.client = null
	wires.erase(wire)


func _look_at_attempt_of(wire: Wire) -> void:
	if attempt == wire:
		_look_at_attempt(wire)
		attempt = null


func _take_client_events() -> void:
	if front != null:
		for event: Event in front.take_events():
			_take(event, "client", front)
		if front.state == Session.State.CLOSED:
			front = null


func _take_server_events(id: String) -> void:
	var peer: Session = peers.get(id)
	if peer == null:
		return
	for event: Event in peer.take_events():
		_take(event, "server", peer)
	if peer.state == Session.State.CLOSED:
		peers.erase(id)


func _take(event: Event, side: String, session: Session) -> void:
	var name: String = Event.Kind.keys()[event.kind]
	counts[name] = count_of(name) + 1
	var id := _id(session)
	# A greeting that was played again opens a session that nobody else knows of.
	if not _known.has(id):
		return
	match event.kind:
		Event.Kind.MESSAGE:
			var note: ToyMessage = event.message
			_got(side, id, note.text)
		Event.Kind.REQUEST:
			var query: ToyMessage = event.message
			_got(side, id, query.text)
			var waiting: Array = _to_answer[side]
			waiting.append([id, event.id, query.text])
		Event.Kind.ANSWERED:
			if event.pending.is_done():
				_fail("a request was answered twice")
			event.pending.announce()
			if event.pending.answer.ok():
				var result: ToyMessage = event.pending.answer.message
				_got(side, id, result.text)
		Event.Kind.LOST:
			_lose(side, id, event)
		Event.Kind.PROBLEM:
			if not event.text.contains("was not sent"):
				_fail("%s: problem %s" % [side, event.text])


func _got(side: String, id: String, text: String) -> void:
	var its := journal(side, id)
	var sent := journal(_other(side), id).sent
	if its.got.size() >= sent.size():
		_fail("%s: %s came, which was never sent" % [side, text])
	elif sent[its.got.size()] != text:
		_fail("%s: %s came instead of %s" % [side, text, sent[its.got.size()]])
	its.got.append(text)


## What is not told as lost must have come.
func _lose(side: String, id: String, event: Event) -> void:
	var its := journal(side, id)
	if its.lost >= 0:
		_fail("%s: lost twice" % side)
	its.lost = event.id
	counts[event.text] = count_of(event.text) + 1
	var acknowledged := its.sent.size() - event.id
	if acknowledged > journal(_other(side), id).got.size():
		_fail("%s: %d of %d were told as lost, but only %d came" % [
			side, event.id, its.sent.size(), journal(_other(side), id).got.size(),
		])


func _other(side: String) -> String:
	return "server" if side == "client" else "client"


func _fail(text: String) -> void:
	if failures.size() < 20:
		failures.append(text)
