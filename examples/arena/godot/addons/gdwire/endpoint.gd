extends RefCounted
## What servers and clients have in common: signals, dispatchers, and how events reach them.

## A peer's handshake is done, or it is plain.
signal peer_connected(peer: GdwireConnection)
## A peer that was connected is gone.
signal peer_disconnected(peer: GdwireConnection, reason: String)
## The connection of a peer with a session broke. The peer stays: what is sent to it is kept, and
## requests wait on, until [signal peer_resumed] or [signal session_lost].
signal peer_suspended(peer: GdwireConnection, reason: String)
## A new connection carries the session of a peer on; nothing was lost.
signal peer_resumed(peer: GdwireConnection)
## The session of a peer is lost. It has never acknowledged [param unacknowledged] of the messages
## that were sent to it: they may have come or not. [signal peer_disconnected] follows.
signal session_lost(peer: GdwireConnection, reason: String, unacknowledged: int)
## A message came that no dispatcher's signal took.
signal message_received(message: GdwireMessage, peer: GdwireConnection)
## A plain peer sent an object.
signal received_json(data: Dictionary, peer: GdwireConnection)
## A message came that no protocol here has; [param tag] is empty when it has none.
signal unknown_received(tag: String, data: Dictionary, peer: GdwireConnection)
## Something went wrong; nothing ends by it. [param peer] is null when it is about no peer. Where
## nobody is connected to this signal, problems are warnings in the engine's log.
signal problem(text: String, peer: GdwireConnection)
## A peer is slow: [member high_water_bytes] or more wait to be taken by it. Told by the poll that
## sees it, and again only after [signal low_water]; send it less till then.
signal high_water(peer: GdwireConnection)
## It has caught up: no more than [member low_water_bytes] wait.
signal low_water(peer: GdwireConnection)

## How soon messages are seen.
enum Latency {
	## At the next frame.
	FRAME,
	## Sooner where the engine would sleep between frames (headless): while a peer is connected,
	## that sleep is [member fast_sleep_usec]. Costs the processor's time.
	FAST,
}

const Event = preload("event.gd")
const GdwireConnection = preload("connection.gd")
const GdwireDispatcher = preload("dispatcher.gd")
const GdwireMessage = preload("message.gd")
const GdwireProtocol = preload("protocol.gd")
const LineDecoder = preload("line_decoder.gd")
const MainLoopPace = preload("main_loop_pace.gd")
const PauseWatch = preload("pause_watch.gd")
const SessionLines = preload("session_lines.gd")
const Settings = preload("session_settings.gd")
const TimeBudget = preload("time_budget.gd")
const TokenProof = preload("token_proof.gd")

## However many peers there are, each has so long at each poll.
const _LEAST_SHARE_USEC := 250.0
## The longest that a peer is not read since its lines took long.
const _LONGEST_REST_USEC := 2_000_000

## Speaks plain JSON: a server with peers that say no hello, a client from the start.
var plain: bool = false
## The token that both peers must have, of at least 16 bytes; [code]./gdwire token[/code] makes one.
## Each proves to the other that it has it, and it never travels. Empty: none is asked for. It keeps
## strangers out; whoever can read or change what travels still can, unless TLS hides it.
var token: String = ""
## Lets connections leave this machine though neither a token nor TLS protects them: everybody who
## reaches the port can connect.
var insecure: bool = false
## Refuses peers whose schemas differ, though their major version is equal.
var strict: bool = false
## Longest line that is accepted, with the blobs before it, in bytes without its end; at least 1024.
var max_frame: int = LineDecoder.DEFAULT_LIMIT
## How long one poll may take to read what came, in milliseconds, in equal shares for all peers. What
## is left waits for the next poll: so a flood slows the game down, and does not stop it. What
## handlers do counts for itself.
var poll_budget_ms: float = 50.0
## Longest text and name in a line that are accepted, in UTF-16 units; at least 1024.
var max_text: int = 1024 * 1024
## Most items of an array, and members of an object, that are accepted in a line; at least 64.
var max_items: int = 256 * 1024
## How long a peer may take for its part of the handshake, in seconds. Where [member plain] is
## allowed, one that has said nothing till then is plain: it waits for the game to speak first.
var handshake_timeout_s: float = 10.0
## How many requests of this side may wait for an answer of one peer's.
var max_requests: int = 10_000
## How many requests of one peer's may wait to be answered; more are answered with an error.
var max_open_requests: int = 10_000
## How long a connection may carry nothing but signs of life, with nobody waiting for an answer,
## before this side closes it, in seconds; 0: for ever.
var idle_timeout_s: float = 0.0
## Protects what travels with TLS 1.3, on both sides; null: it travels as it is. A server has
## [code]TLSOptions.server(key, certificate)[/code]; a client has
## [code]TLSOptions.client(certificate, name)[/code] with the server's certificate, or that of its
## authority, and a name in it where that is not the host. Set it before listening or connecting.
## Under TLS a plain peer has to speak first.
var tls: TLSOptions = null
## How soon messages are seen; set it before anybody connects.
var latency: Latency = Latency.FRAME
## Sleep of the engine's main loop in [constant FAST], in microseconds. 1 answers soonest, and keeps
## one core busy.
var fast_sleep_usec: int = 100
## How long a session that lost its connection is kept, in seconds.
var resume_timeout_s: float = 60.0
## The most bytes of messages that a session keeps until the peer acknowledges them; more than its
## longest message. Beyond it sending fails with ERR_BUSY. Answers have as much room again; beyond
## that the session is lost.
var kept_bytes: int = SessionLines.DEFAULT_LIMIT
## What this side promises its peers: while it is polled, they hear of it at least so often, in
## seconds. A peer that hears nothing for so long takes it for dead. 0 promises nothing; nor does a
## game that runs under a debugger. A game that is paused says so by itself; before it stands still
## for long otherwise, it says so by [method say_away].
var silence_s: float = 30.0
## From so many bytes that wait to be taken by a peer on, [signal high_water] is told.
var high_water_bytes: int = 8388608
## With so many or less [signal low_water] is told; less than [member high_water_bytes].
var low_water_bytes: int = 4194304

var _dispatchers: Array[GdwireDispatcher] = []
var _protocols: Array[GdwireProtocol] = []
## Peers whose handshake is done; each holds the main loop's pace in [constant FAST].
var _connected: Array[GdwireConnection] = []
var _holding_pace: bool = false
## Peers of which [signal high_water] was told, and not yet [signal low_water].
var _slow: Array[GdwireConnection] = []
## Peers whose events are being handed on.
var _handing_on: Array[GdwireConnection] = []
var _pause_watch: PauseWatch = PauseWatch.new(_stay_away, _say_back)


func _notification(what: int) -> void:
	if what == NOTIFICATION_PREDELETE and _holding_pace:
		MainLoopPace.let_go()


## Speaks the dispatcher's protocol, and hands its messages to the dispatcher. Before listening or
## connecting.
func use(dispatcher: GdwireDispatcher) -> void:
	_dispatchers.append(dispatcher)
	_protocols.append(dispatcher.protocol())


## Tells every peer that this side may be silent for longer than it promised: for so many seconds,
## or, with 0, until it sends something.
func say_away(seconds: float = 0.0) -> void:
	for peer: GdwireConnection in _connected:
		peer.say_away(seconds)


## From the first connection on, a pause of the game is told to the peers.
func _watch_pauses() -> void:
	_pause_watch.start()


func _watch_no_pauses() -> void:
	_pause_watch.stop()


## The game is polling: it is no longer paused.
func _be_back(now_usec: int) -> void:
	_pause_watch.polled(now_usec)


func _stay_away() -> void:
	for peer: GdwireConnection in _connected:
		peer.stay_away()


func _say_back() -> void:
	for peer: GdwireConnection in _connected:
		peer.say_back()


func _settings(role: Settings.Role) -> Settings:
	var settings := Settings.new()
	settings.role = role
	settings.protocols = _protocols
	settings.plain = plain
	settings.strict = strict
	settings.max_frame = max_frame
	settings.max_text = max_text
	settings.max_items = max_items
	settings.token = token
	if not token.is_empty():
		settings.nonce = TokenProof.random_nonce()
	settings.greeting_usec = int(handshake_timeout_s * 1e6)
	settings.max_requests = max_requests
	settings.max_open_requests = max_open_requests
	settings.idle_usec = int(idle_timeout_s * 1e6)
	settings.resume_usec = int(resume_timeout_s * 1e6)
	settings.kept_bytes = kept_bytes
	# At a breakpoint it may stand for any time.
	settings.silence_usec = 0 if EngineDebugger.is_active() else int(maxf(silence_s, 0.0) * 1e6)
	settings.tls = tls
	return settings


## Why no connection can be made at all; empty when one can. The web has no TCP.
func _obstacle() -> String:
	if OS.has_feature("web"):
		return "a game in a browser has no TCP: run it as a desktop or headless build"
	if not token.is_empty() and plain:
		return (
			"a plain peer has no way to prove that it has a token, so plain mode would let in everybody:"
			+ " set token or plain, not both"
		)
	var bytes := token.to_utf8_buffer().size()
	if bytes > 0 and bytes < TokenProof.LEAST_BYTES:
		return "a token has at least 16 bytes, this one has %d: make one with ./gdwire token" % bytes
	return Settings.conflict(_protocols)


## Whether strangers are kept out: only then may connections leave this machine unasked.
func _is_protected() -> bool:
	return not token.is_empty() or (tls != null and not tls.is_unsafe_client())


func _tell(text: String, peer: GdwireConnection) -> void:
	if problem.get_connections().is_empty():
		push_warning("Gdwire: " + text)
	problem.emit(text, peer)


## Polls one of [param count] peers, and hands on all that came from it. One whose lines took longer
## than its share, since none can be left half read, is not read for as long as the others then have.
func _serve(connection: GdwireConnection, now_usec: int, count: int = 1) -> void:
	var rests := Time.get_ticks_usec() < connection.rests_until_usec
	var budget := TimeBudget.new(0) if rests else _budget(count)
	connection.poll(now_usec, budget)
	if not rests:
		var rest := mini(budget.overrun_usec() * (count - 1), _LONGEST_REST_USEC)
		connection.rests_until_usec = Time.get_ticks_usec() + rest
	var peer := _peer_on(connection)
	_hand_on(peer)
	peer.flush()
	_tell_water(peer)


## The time that one of [param count] peers has at a poll.
func _budget(count: int = 1) -> TimeBudget:
	var share := poll_budget_ms * 1000.0 / maxi(count, 1)
	return TimeBudget.new(int(maxf(share, _LEAST_SHARE_USEC)))


func _tell_water(peer: GdwireConnection) -> void:
	var queued := peer.queued_bytes()
	if peer.is_over():
		_slow.erase(peer)
	elif _slow.has(peer) and queued <= low_water_bytes:
		_slow.erase(peer)
		low_water.emit(peer)
	elif not _slow.has(peer) and queued >= high_water_bytes:
		_slow.append(peer)
		high_water.emit(peer)


## The peer that a connection belongs to.
func _peer_on(connection: GdwireConnection) -> GdwireConnection:
	return connection


func _hand_on(peer: GdwireConnection) -> void:
	# A handler that ends the connection comes here again: its end is told after what came before.
	if _handing_on.has(peer):
		return
	_handing_on.append(peer)
	var goes_on := true
	while goes_on:
		for event: Event in peer.take_events():
			if (peer.has_kept() or peer.is_overloaded()) and not _may_overtake(event):
				peer.keep(event)
			else:
				_take(event, peer)
		# What handlers brought waits for the next poll, which does not come after the end.
		goes_on = peer.has_ended() and peer.has_events()
	_handing_on.erase(peer)


## Whether it is told though lines of the peer's wait, since it lets too much wait itself: a request
## that nobody answered in time, for one.
static func _may_overtake(event: Event) -> bool:
	match event.kind:
		Event.Kind.PROBLEM:
			return true
		Event.Kind.ANSWERED:
			return not event.pending.answer.ok()
	return false


func _take(event: Event, peer: GdwireConnection) -> void:
	match event.kind:
		Event.Kind.OPENED:
			_connected.append(peer)
			_keep_pace()
			peer_connected.emit(peer)
		Event.Kind.SUSPENDED:
			peer_suspended.emit(peer, event.text)
		Event.Kind.RESUMED:
			peer_resumed.emit(peer)
		Event.Kind.LOST:
			session_lost.emit(peer, event.text, event.id)
		Event.Kind.MESSAGE:
			if not _dispatcher_of(event.protocol).dispatch(event.message, peer):
				message_received.emit(event.message, peer)
		Event.Kind.REQUEST:
			_take_request(event, peer)
		Event.Kind.ANSWERED:
			event.pending.announce()
		Event.Kind.JSON_OBJECT:
			received_json.emit(event.data, peer)
		Event.Kind.UNKNOWN:
			unknown_received.emit(event.tag, event.data, peer)
		Event.Kind.PROBLEM:
			_tell(event.text, peer)
		Event.Kind.CLOSED:
			_take_end(event.text, peer)


func _take_request(event: Event, peer: GdwireConnection) -> void:
	var dispatcher := _dispatcher_of(event.protocol)
	var tag := event.message.tag()
	if dispatcher.handles(tag):
		_answer(dispatcher, event, peer)
	else:
		peer.refuse(event.id, tag)


func _take_end(reason: String, peer: GdwireConnection) -> void:
	_slow.erase(peer)
	if _connected.has(peer):
		_connected.erase(peer)
		_keep_pace()
		peer_disconnected.emit(peer, reason)
	else:
		_never_connected("%s: %s" % [peer.address, reason], peer)


## A peer ended before its handshake was done.
func _never_connected(reason: String, peer: GdwireConnection) -> void:
	_tell(reason, peer)


func _keep_pace() -> void:
	var wanted := latency == Latency.FAST and not _connected.is_empty()
	if wanted and not _holding_pace:
		MainLoopPace.hold(fast_sleep_usec)
	elif _holding_pace and not wanted:
		MainLoopPace.let_go()
	_holding_pace = wanted


func _dispatcher_of(protocol: GdwireProtocol) -> GdwireDispatcher:
	return _dispatchers[_protocols.find(protocol)]


## Static: a handler may take long, and this object may be gone by then.
static func _answer(
	dispatcher: GdwireDispatcher, event: Event, peer: GdwireConnection
) -> void:
	@warning_ignore("redundant_await")
	var reply: GdwireMessage = await dispatcher.answer(event.message, peer)
	peer.reply(event.id, reply)
