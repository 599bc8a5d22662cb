extends "endpoint.gd"
## Connects to a Java program (or another peer) that listens, and talks with it.
##
## [codeblock]
## client.use(arena)
## var error := client.connect_to("127.0.0.1", 7001)
## # and in _process:
## client.poll()
## [/codeblock]

## The connection could not be made, or its handshake failed.
signal connection_failed(reason: String)

const Backoff = preload("backoff.gd")
const Route = preload("route.gd")

## In [member plain] mode: sends a line only after one came in, for peers that choke on two.
var paced: bool = false
## How long to try to connect, in seconds.
var connect_timeout_s: float = 10.0
## Makes a connection that broke anew by itself, where the server keeps sessions: each message comes
## exactly once and in order over any number of broken connections, or [signal session_lost] tells
## the loss. Where the server gave a new session, the client is connected again then, with another
## peer; else the end is told by [signal peer_disconnected].
var reconnect: bool = false

var _peer: GdwireConnection = null
## The peer, when its end was told: it may still have to hear why.
var _ended: GdwireConnection = null
## Peers whose end was told before the client connected again, until they are over.
var _left_behind: Array[GdwireConnection] = []
## Tries to resume the session of [member _peer]; null when nothing does.
var _attempt: GdwireConnection = null
## When to try next, in microseconds; 0 before the first try after a break.
var _next_try: int = 0
var _backoff: Backoff = Backoff.new()
## The way to the host, which stays the same when this connects again.
var _route: Route = null
## The host as the user named it, and the port.
var _address: String = ""
var _open_error: Error = OK
var _polling: bool = false


## Begins to connect; [signal peer_connected] or [signal connection_failed] tells how it went, while
## this is polled. [param host] is a name or an IP address; others than this machine need
## [member token], TLS or [member insecure] (ERR_UNAUTHORIZED). An error is also told by
## [signal problem].
func connect_to(host: String, port: int) -> Error:
	var obstacle := _obstacle()
	if not obstacle.is_empty():
		return _refuse(ERR_INVALID_PARAMETER, obstacle)
	if _peer != null and _peer != _ended:
		return _refuse(ERR_ALREADY_IN_USE, "this client is connected to %s: close it" % _peer.address)
	if tls != null and tls.is_server():
		return _refuse(ERR_INVALID_PARAMETER, "tls of a client is TLSOptions.client(certificate, name)")
	if port < 1 or port > 65535:
		return _refuse(ERR_INVALID_PARAMETER, "%d is no port: it must be 1 to 65535" % port)
	var route := Route.new(host, port, insecure or _is_protected())
	if not route.fault.is_empty():
		var error := ERR_UNAUTHORIZED if host.is_valid_ip_address() else ERR_CANT_RESOLVE
		return _refuse(error, route.fault)
	if _peer != null:
		_leave_behind()
	_route = route
	_address = "%s:%d" % [host, port]
	_peer = _open()
	if _peer == null:
		return _open_error
	_watch_pauses()
	return OK


## The peer, from [method connect_to] until the connection is over; else null.
func peer() -> GdwireConnection:
	return _peer


## Moves and hands on all that there is; never waits. Once a frame, or oftener.
func poll() -> void:
	if _polling or (_peer == null and _left_behind.is_empty()):
		return
	_polling = true
	var now := Time.get_ticks_usec()
	_be_back(now)
	for left: GdwireConnection in _left_behind.duplicate():
		_serve(left, now)
		if left.is_over():
			_left_behind.erase(left)
	if _peer != null:
		_poll_peer(now)
	_polling = false


## Ends the connection, when there is one. Then this client can connect again.
func close() -> void:
	while not _left_behind.is_empty():
		var left: GdwireConnection = _left_behind.pop_back()
		left.abandon("this side closed the connection")
		_hand_on(left)
	if _peer != null:
		var closed := _peer
		_leave()
		closed.abandon("this side closed the connection")
		_hand_on(closed)


func _poll_peer(now: int) -> void:
	var polled := _peer
	_serve(polled, now)
	if polled == _peer and polled.is_suspended():
		_try_again(now)
	if polled == _peer and polled.is_over():
		_leave()


func _open() -> GdwireConnection:
	var stream := StreamPeerTCP.new()
	var is_known := not _route.address.is_empty()
	_open_error = stream.connect_to_host(_route.address, _route.port) if is_known else OK
	if _open_error != OK:
		_refuse(_open_error, "cannot connect to %s: %s" % [_address, error_string(_open_error)])
		return null
	var settings := _settings(Settings.Role.INITIATOR)
	settings.paced = paced
	settings.host = _route.host
	settings.wants_session = reconnect and not plain
	settings.session = null if _peer == null else _peer.session_state()
	var deadline := Time.get_ticks_usec() + int(connect_timeout_s * 1e6)
	return GdwireConnection.new(stream, settings, _address, deadline, null if is_known else _route)


## The session of the peer has no connection: makes one.
func _try_again(now_usec: int) -> void:
	if _attempt != null:
		_take_attempt(now_usec)
	elif _next_try == 0:
		_next_try = now_usec + _backoff.next_usec()
	elif now_usec >= _next_try:
		var its_peer := _peer
		var attempt := _open()
		# A handler of what is told by it may have closed this client.
		if _peer != its_peer:
			return
		_attempt = attempt
		if attempt == null:
			_next_try = now_usec + _backoff.next_usec()


func _take_attempt(now_usec: int) -> void:
	var attempt := _attempt
	attempt.poll(now_usec, _budget())
	if attempt.has_resumed():
		_attempt = null
		_next_try = 0
		_backoff.reset()
		_peer.take_over(attempt)
		_hand_on(_peer)
	elif attempt.has_opened():
		# A new session, or none, which may have ended since: the loss of the old one is told first.
		var lost := _peer
		_attempt = null
		_leave()
		_peer = attempt
		_watch_pauses()
		_hand_on(lost)
		_hand_on(attempt)
	elif attempt.is_over():
		_attempt = null
		_next_try = now_usec + _backoff.next_usec()
		_tell_of_failed(attempt)


func _tell_of_failed(attempt: GdwireConnection) -> void:
	var its_peer := _peer
	for event: Event in attempt.take_events():
		if event.kind == Event.Kind.CLOSED:
			its_peer.note_failed_try(event.text)
		elif event.kind == Event.Kind.PROBLEM and its_peer == _peer:
			_tell(event.text, its_peer)


## The peer's end was told; the client goes on to another.
func _leave_behind() -> void:
	var left := _peer
	_leave()
	if not left.is_over():
		_left_behind.append(left)


func _leave() -> void:
	_peer = null
	_ended = null
	_next_try = 0
	_backoff.reset()
	_watch_no_pauses()
	if _attempt != null:
		_attempt.abandon("this side gave it up")
		_attempt = null


func _take(event: Event, its_peer: GdwireConnection) -> void:
	if event.kind == Event.Kind.OPENED and reconnect and not plain and not its_peer.has_session():
		_tell("the server keeps no sessions: a connection that breaks is not made anew", its_peer)
	if event.kind == Event.Kind.CLOSED and its_peer == _peer:
		_ended = its_peer
	super(event, its_peer)


func _never_connected(reason: String, peer_that_failed: GdwireConnection) -> void:
	super(reason, peer_that_failed)
	connection_failed.emit(reason)


func _refuse(error: Error, text: String) -> Error:
	_tell(text, null)
	return error
