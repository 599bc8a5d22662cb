extends "endpoint.gd"
## Listens for Java programs (or other peers) and talks with them.
##
## [codeblock]
## var arena := ArenaDispatcher.new()
## var server := GdwireServer.new()
##
## func _ready() -> void:
##     arena.show_status.connect(_on_show_status)
##     server.use(arena)
##     var error := server.listen(7001)
##
## func _process(_delta: float) -> void:
##     server.poll()
## [/codeblock]

const Admission = preload("admission.gd")
const Reach = preload("reach.gd")
const SessionRegistry = preload("session_registry.gd")

## Connections that one poll takes at most; more wait for the next.
const ACCEPTED_PER_POLL := 16
## Without a failed handshake for so long, the next is told whatever went before.
const CALM_USEC := 10_000_000

## Peers that are taken at once, of those whose handshake is done; more are refused as busy. Those
## whose sessions are suspended count, and come in again though there is no room.
var max_peers: int = 32
## Peers that are taken at once from one address; 0: as many as [member max_peers].
var max_peers_per_address: int = 0
## Connections at once whose handshake is not done. When more have come, the address that has the
## most of them loses its oldest, of those that have said nothing if there are some: peers that say
## nothing keep nobody out. Each is looked at once before.
var max_handshakes: int = 64
## Lets conversations outlive their connections, with peers that can: each message comes exactly once
## and in order over any number of broken connections, or [signal session_lost] tells the loss.
var sessions: bool = false

var _listener: TCPServer = TCPServer.new()
var _sessions: SessionRegistry = SessionRegistry.new()
## Every connection that is to be polled, also those that are not yet, or no more, connected.
var _all: Array[GdwireConnection] = []
var _admission: Admission = Admission.new()
## Connections that ended before their handshake was done, without a pause of [constant CALM_USEC].
var _failed: int = 0
var _failed_usec: int = 0
## Handshakes that were given up.
var _dropped: int = 0
var _is_out_of_sockets: bool = false
var _polling: bool = false


## Begins to listen. [param port] 0 takes any free one, which [method port] then tells;
## [param address] is an IP address of this machine, or [code]"*"[/code] for all of them. Others
## than loopback need [member token], TLS or [member insecure] (ERR_UNAUTHORIZED). An error is also
## told by [signal problem].
func listen(port_number: int, address: String = "127.0.0.1") -> Error:
	var obstacle := _obstacle()
	if not obstacle.is_empty():
		return _refuse(ERR_INVALID_PARAMETER, obstacle)
	if tls != null and not tls.is_server():
		return _refuse(ERR_INVALID_PARAMETER, "tls of a server is TLSOptions.server(key, certificate)")
	if _listener.is_listening():
		return _refuse(ERR_ALREADY_IN_USE, "this server listens on port %d already" % port())
	if port_number < 0 or port_number > 65535:
		return _refuse(ERR_INVALID_PARAMETER, "%d is no port: it must be 0 to 65535" % port_number)
	var bound := "127.0.0.1" if address == "localhost" else address
	if bound != "*" and not bound.is_valid_ip_address():
		return _refuse(ERR_INVALID_PARAMETER, "%s is no IP address to listen on" % address)
	var exposure := "" if insecure or _is_protected() else Reach.fault_of_listening(bound)
	if not exposure.is_empty():
		return _refuse(ERR_UNAUTHORIZED, exposure)
	var error := _listener.listen(port_number, bound)
	if error != OK:
		_listener.stop()
		return _refuse(error, _why_not(error, port_number, bound))
	_watch_pauses()
	return OK


## The port that is listened on; 0 when none is.
func port() -> int:
	return _listener.get_local_port() if _listener.is_listening() else 0


## Takes new peers, and moves and hands on all that there is; never waits. Once a frame, or oftener.
func poll() -> void:
	# A handler that polls would hand on later messages before earlier ones.
	if _polling:
		return
	_polling = true
	var now := Time.get_ticks_usec()
	_be_back(now)
	_accept()
	for peer: GdwireConnection in _all.duplicate():
		_serve(peer, now, _all.size())
		if peer.has_heard():
			_admission.hear(peer.place)
		if peer.is_over():
			_all.erase(peer)
			_admission.leave(peer.place)
	var dropped := _admission.drop_one()
	while dropped > 0:
		_drop(dropped)
		dropped = _admission.drop_one()
	_polling = false


## Ends every connection and listens no more. The same server can listen again.
func stop() -> void:
	_listener.stop()
	_watch_no_pauses()
	for peer: GdwireConnection in _all.duplicate():
		peer.abandon("the server stopped")
		_hand_on(peer)
		_admission.leave(peer.place)
	_all.clear()


## The peers that are connected: those whose handshake is done, also while their sessions are
## suspended, and plain ones.
func peers() -> Array[GdwireConnection]:
	return _connected.duplicate()


## Sends a message to every peer that is open; gives how many it could be sent to.
func broadcast(message: GdwireMessage) -> int:
	var count := 0
	for peer: GdwireConnection in peers():
		if peer.is_open() and peer.send(message) == OK:
			count += 1
	return count


## A connection that resumed a session goes on as the peer that had it.
func _peer_on(connection: GdwireConnection) -> GdwireConnection:
	if connection.has_resumed():
		for peer: GdwireConnection in _all:
			if peer != connection and peer.session_state() == connection.session_state():
				peer.take_over(connection)
				return peer
	return connection


func _accept() -> void:
	_admission.max_peers = max_peers
	_admission.max_peers_per_address = max_peers_per_address
	_admission.max_handshakes = max_handshakes
	var budget := TimeBudget.new(int(poll_budget_ms * 1000.0))
	for i: int in ACCEPTED_PER_POLL:
		if not _listener.is_connection_available() or (i > 0 and budget.is_spent()):
			return
		var stream := _listener.take_connection()
		if stream == null:
			_tell_out_of_sockets()
			return
		_is_out_of_sockets = false
		var settings := _settings(Settings.Role.ACCEPTOR)
		settings.sessions = _sessions if sessions else null
		settings.admission = _admission
		settings.place = _admission.arrive(stream.get_connected_host())
		var from := "%s:%d" % [stream.get_connected_host(), stream.get_connected_port()]
		var peer := GdwireConnection.new(stream, settings, from)
		peer.place = settings.place
		_all.append(peer)


## Told once: the system may be out of sockets for long, and those who connect wait for it.
func _tell_out_of_sockets() -> void:
	if not _is_out_of_sockets:
		_is_out_of_sockets = true
		_tell(
			"no peer can be taken for now: the system has no more room for sockets; peers that connect"
			+ " wait", null
		)


## Gives up a handshake, by its number.
func _drop(number: int) -> void:
	for peer: GdwireConnection in _all.duplicate():
		if peer.place == number:
			_all.erase(peer)
			peer.abandon("its handshake was given up")
			_dropped += 1
			# At 1, 2, 4, 8 ...: an attack must not become a flood of problems.
			if _dropped & (_dropped - 1) == 0:
				_tell((
					"%d handshakes given up so far, the last of %s: more than %d were in progress at once,"
					+ " the most (max_handshakes)"
				) % [_dropped, peer.address, max_handshakes], null)


## At 1, 2, 4, 8 ... in a row: who connects and hangs up must not cause a flood of problems.
func _never_connected(reason: String, peer: GdwireConnection) -> void:
	var now := Time.get_ticks_usec()
	_failed = _failed + 1 if now - _failed_usec < CALM_USEC else 1
	_failed_usec = now
	if _failed == 1:
		super(reason, peer)
	elif _failed & (_failed - 1) == 0:
		super("%s (%d connections in a row ended before their handshake was done)" % [
			reason, _failed,
		], peer)


func _refuse(error: Error, text: String) -> Error:
	_tell(text, null)
	return error


static func _why_not(error: Error, port_number: int, address: String) -> String:
	if error == ERR_ALREADY_IN_USE:
		return (
			"port %d of %s is in use: does the game run twice? End the other program, or listen on"
			+ " another port (0 takes a free one)"
		) % [port_number, address]
	return "cannot listen on port %d of %s: %s" % [port_number, address, error_string(error)]
