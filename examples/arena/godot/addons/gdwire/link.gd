extends RefCounted
## The bytes of one peer: those of its socket as they are.
##
## What a connection reads and writes by; nothing here waits. With TLS it is a
## [code]tls_link.gd[/code].

## Why the bytes ended, where that is more than that the peer closed; else empty.
var fault: String = ""
## When the socket was connected, by the clock of [method begin]; what comes first counts from there.
var begun_usec: int = 0

var _stream: StreamPeerTCP


## Of a socket that is connected, or connecting.
func _init(stream: StreamPeerTCP) -> void:
	_stream = stream


## Begins to connect the socket, where it does not yet.
func connect_to(address: String, port: int) -> Error:
	return _stream.connect_to_host(address, port)


## Looks at the socket. May meet the peer's end, which ends both directions.
func poll() -> void:
	_stream.poll()


## Moves on what comes before the first bytes, and tells how far that is.
func begin(now_usec: int) -> StreamPeerTCP.Status:
	if _stream.get_status() == StreamPeerTCP.STATUS_CONNECTED:
		_stream.set_no_delay(true)
		begun_usec = now_usec
	return _stream.get_status()


## Whether bytes can be read and written.
func is_connected_now() -> bool:
	return _stream.get_status() == StreamPeerTCP.STATUS_CONNECTED


## Whether the next read might meet the peer's end, after which nothing can be written.
func may_end_next() -> bool:
	return false


## Whether the peer has taken too long for its part of what comes before the first bytes; tells
## why in [member fault].
func is_late(_now_usec: int) -> bool:
	return false


## Whether bytes have come that were not read yet.
func has_unread() -> bool:
	return is_connected_now() and _stream.get_available_bytes() > 0


## Bytes that are there; none when there are none, or on a [member fault].
func read(most: int) -> PackedByteArray:
	var available := _stream.get_available_bytes()
	if available <= 0:
		return PackedByteArray()
	var result: Array = _stream.get_partial_data(mini(available, most))
	var error: Error = result[0]
	if error != OK:
		fault = "reading failed: %s" % error_string(error)
		return PackedByteArray()
	return result[1]


## Writes as much as the network takes now, and tells how much. The rest, and perhaps more behind
## it, is to be written next. A [member fault] tells that nothing more can be.
func write(bytes: PackedByteArray) -> int:
	var result: Array = _stream.put_partial_data(bytes)
	var error: Error = result[0]
	if error != OK:
		fault = "writing failed: %s" % error_string(error)
	return result[1]


## Ends both directions.
func close() -> void:
	_stream.disconnect_from_host()
