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

const Reach = preload("reach.gd")

## In [member plain] mode: sends a line only after one came in, for peers that choke on two.
var paced: bool = false
## How long to try to connect, in seconds.
var connect_timeout_s: float = 10.0

var _peer: GdwireConnection = null
var _polling: bool = false


## Begins to connect; [signal peer_connected] or [signal connection_failed] tells how it went, while
## this is polled. [param host] is a name or an IP address; others than this machine need
## [member token], TLS or [member insecure] (ERR_UNAUTHORIZED). An error is also told by
## [signal problem].
func connect_to(host: String, port: int) -> Error:
	var obstacle := _obstacle()
	if not obstacle.is_empty():
		return _refuse(ERR_INVALID_PARAMETER, obstacle)
	if _peer != null:
		return _refuse(ERR_ALREADY_IN_USE, "this client is connected to %s: close it" % _peer.address)
	if tls != null and tls.is_server():
		return _refuse(ERR_INVALID_PARAMETER, "tls of a client is TLSOptions.client(certificate, name)")
	if port < 1 or port > 65535:
		return _refuse(ERR_INVALID_PARAMETER, "%d is no port: it must be 1 to 65535" % port)
	# What was checked is what is connected to, whatever the name means later.
	var address := host if host.is_valid_ip_address() else IP.resolve_hostname(host)
	if address.is_empty():
		return _refuse(ERR_CANT_RESOLVE, "there is no host named %s: check the name" % host)
	var exposure := "" if insecure or _is_protected() else Reach.fault_of_connecting(host, address)
	if not exposure.is_empty():
		return _refuse(ERR_UNAUTHORIZED, exposure)
	var stream := StreamPeerTCP.new()
	var error := stream.connect_to_host(address, port)
	if error != OK:
		return _refuse(error, "cannot connect to %s:%d: %s" % [host, port, error_string(error)])
	var settings := _settings(Settings.Role.INITIATOR)
	settings.paced = paced
	settings.host = host
	var deadline := Time.get_ticks_usec() + int(connect_timeout_s * 1e6)
	_peer = GdwireConnection.new(stream, settings, "%s:%d" % [host, port], deadline)
	return OK


## The peer, from [method connect_to] until the connection is over; else null.
func peer() -> GdwireConnection:
	return _peer


## Moves and hands on all that there is; never waits. Once a frame, or oftener.
func poll() -> void:
	if _polling or _peer == null:
		return
	_polling = true
	var polled := _peer
	_serve(polled, Time.get_ticks_usec())
	if polled == _peer and polled.is_over():
		_peer = null
	_polling = false


## Ends the connection, when there is one. Then this client can connect again.
func close() -> void:
	if _peer != null:
		var closed := _peer
		_peer = null
		closed.abandon("this side closed the connection")
		_hand_on(closed)


func _never_connected(reason: String, peer_that_failed: GdwireConnection) -> void:
	super(reason, peer_that_failed)
	connection_failed.emit(reason)


func _refuse(error: Error, text: String) -> Error:
	_tell(text, null)
	return error
