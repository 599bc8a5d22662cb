extends "link.gd"
## The bytes of one peer under TLS.

## What the wire calls a side that has no TLS while the other has.
const ONE_SIDE := "one side uses TLS, the other does not; give TLS to both, or to none"

## The records that say that no more comes have so many bytes at most: two, which Java pads to 40.
## Others have 24. What else has as few may have to wait for the next poll.
const END_RECORDS := 80
## So many bytes of a peer's are looked at to see whether they are text.
const SAMPLE := 64
## What a peer without TLS is told.
const REFUSAL := (
	"{\"gdwire\":\"reject\",\"code\":\"not_a_hello\",\"message\":\"the first line is not in TLS: "
	+ ONE_SIDE + "\"}\n"
)

var _options: TLSOptions
var _host: String
var _patience_usec: int
var _tls: StreamPeerTLS = null
## The handshake is done. On a server that shows only when bytes of the client's come.
var _is_through: bool = false
## How many bytes were to be written and could not: those and no more have to be given next, since
## the engine may have them in a record already.
var _again: int = 0
var _ended: bool = false


## [param host] is the name that a server's certificate has to have, unless the options have
## another; empty on a server. The peer has [param patience_usec] for the handshake.
func _init(
	stream: StreamPeerTCP, options: TLSOptions, host: String, patience_usec: int
) -> void:
	super(stream)
	_options = options
	_host = host
	_patience_usec = patience_usec


## Once there is TLS, [method read] looks at the socket.
func poll() -> void:
	if _tls == null:
		_stream.poll()


func begin(now_usec: int) -> StreamPeerTCP.Status:
	if _stream.get_status() != StreamPeerTCP.STATUS_CONNECTED:
		return StreamPeerTCP.STATUS_ERROR if _ended else _stream.get_status()
	if _tls == null:
		begun_usec = now_usec
		# Its own segments would wait for each other otherwise, on a raw socket only.
		_stream.set_no_delay(true)
		_tls = StreamPeerTLS.new()
		_shake_first()
	elif _tls.get_status() == StreamPeerTLS.STATUS_HANDSHAKING:
		_tls.poll()
	match _tls.get_status():
		StreamPeerTLS.STATUS_CONNECTED:
			_is_through = not _options.is_server()
			return StreamPeerTCP.STATUS_CONNECTED
		StreamPeerTLS.STATUS_HANDSHAKING:
			if not is_late(now_usec):
				return StreamPeerTCP.STATUS_CONNECTING
	_fail()
	return StreamPeerTCP.STATUS_ERROR


func is_connected_now() -> bool:
	return (
		not _ended and _tls != null and _tls.get_status() == StreamPeerTLS.STATUS_CONNECTED
	)


## Also where nothing is there: the end may come while somebody reads.
func may_end_next() -> bool:
	return is_connected_now() and _stream.get_available_bytes() <= END_RECORDS


func is_late(now_usec: int) -> bool:
	var late := not _is_through and begun_usec > 0 and now_usec >= begun_usec + _patience_usec
	if late and fault.is_empty():
		fault = "the handshake of TLS was not done within %.1f s, or nothing was said after it" % (
			_patience_usec / 1e6
		)
	return late


func read(most: int) -> PackedByteArray:
	# One byte, and then what else is in its record: who reads beyond that and meets the end gets
	# nothing, also not what came before.
	var bytes := _part(1)
	if not bytes.is_empty():
		_is_through = true
		var more := mini(_tls.get_available_bytes(), most - 1)
		if more > 0:
			bytes.append_array(_part(more))
	return bytes


func write(bytes: PackedByteArray) -> int:
	var now := bytes.slice(0, _again) if _again > 0 else bytes
	var result: Array = _tls.put_partial_data(now)
	var error: Error = result[0]
	var count: int = result[1]
	_again = now.size() - count
	if error != OK:
		_end(error)
	return count


func close() -> void:
	if _tls != null:
		_tls.disconnect_from_stream()
	super()


func _shake_first() -> void:
	var error: Error
	if _options.is_server():
		# Says that it is connected at once, whatever the peer does.
		error = _tls.accept_stream(_stream, _options)
	else:
		error = _tls.connect_to_stream(_stream, _host, _options)
	if error != OK:
		_fail()


func _part(most: int) -> PackedByteArray:
	var result: Array = _tls.get_partial_data(most)
	var error: Error = result[0]
	if error != OK:
		_end(error)
		return PackedByteArray()
	return result[1]


func _end(error: Error) -> void:
	if error == ERR_FILE_EOF:
		_ended = true
	elif not _is_through:
		_fail()
	else:
		_ended = true
		fault = (
			"TLS ended in a way that may hide a loss (%s): the connection was cut off, the peer's"
			+ " program died, or somebody changed what was sent"
		) % error_string(error)


## The handshake failed. The engine tells its code to the log only.
func _fail() -> void:
	_ended = true
	if not fault.is_empty():
		return
	if _peer_has_no_tls():
		fault = "the peer speaks without TLS: " + ONE_SIDE
		if _options.is_server():
			_stream.put_partial_data(REFUSAL.to_utf8_buffer())
	elif _options.is_server():
		fault = (
			"the handshake of TLS failed: the client does not accept this server's certificate, or"
			+ " has no TLS"
		)
	else:
		fault = (
			"the handshake of TLS failed: the server's certificate is not the one in tls, or not for"
			+ " the name %s (TLSOptions.client(certificate, NAME) says which it has), or has expired,"
			+ " or the server has no TLS"
		) % _host


## The engine took the first five bytes, and left the rest of a line where they were no record.
func _peer_has_no_tls() -> bool:
	if _stream.get_status() != StreamPeerTCP.STATUS_CONNECTED:
		return false
	var available := _stream.get_available_bytes()
	if available <= 0:
		return false
	# All of it: what is unread when the socket is closed costs the peer what it was told.
	var result: Array = _stream.get_partial_data(available)
	var sample: PackedByteArray = result[1]
	for byte: int in sample.slice(0, SAMPLE):
		if byte < 32 and byte != 9 and byte != 10 and byte != 13:
			return false
	return not sample.is_empty()
