extends RefCounted
## Stands between a client and a server, passes on what each writes, and cuts the streams.


class Pair:
	extends RefCounted
	var near: StreamPeerTCP
	var far: StreamPeerTCP


## Whether those who connect are let through.
var is_up: bool = true
## How many connections there were.
var count: int = 0
## Bytes after which a stream is cut, somewhere in a line; 0: none is.
var cut_after: int = 0

var _listener: TCPServer = TCPServer.new()
var _to: int = 0
var _pairs: Array[Pair] = []
var _passed: int = 0


func start(to_port: int) -> int:
	_to = to_port
	_listener.listen(0, "127.0.0.1")
	return _listener.get_local_port()


func stop() -> void:
	cut()
	_listener.stop()


## Cuts all connections; bytes on their way are gone.
func cut() -> void:
	for pair: Pair in _pairs:
		pair.near.disconnect_from_host()
		pair.far.disconnect_from_host()
	_pairs.clear()
	_passed = 0


func poll() -> void:
	while _listener.is_connection_available():
		var pair := Pair.new()
		pair.near = _listener.take_connection()
		if not is_up:
			pair.near.disconnect_from_host()
			continue
		count += 1
		pair.far = StreamPeerTCP.new()
		pair.far.connect_to_host("127.0.0.1", _to)
		_pairs.append(pair)
	for pair: Pair in _pairs.duplicate():
		pair.near.poll()
		pair.far.poll()
		if pair.far.get_status() == StreamPeerTCP.STATUS_CONNECTING:
			continue
		_pass(pair.near, pair.far)
		_pass(pair.far, pair.near)
		if not _is_up(pair.near) or not _is_up(pair.far):
			pair.near.disconnect_from_host()
			pair.far.disconnect_from_host()
			_pairs.erase(pair)
	if cut_after > 0 and _passed > cut_after:
		cut()


func _pass(from: StreamPeerTCP, to: StreamPeerTCP) -> void:
	if not _is_up(from) or not _is_up(to) or from.get_available_bytes() == 0:
		return
	var most := 65536 if cut_after == 0 else maxi(cut_after - _passed, 1)
	var result: Array = from.get_partial_data(mini(from.get_available_bytes(), most))
	var bytes: PackedByteArray = result[1]
	_passed += bytes.size()
	to.put_data(bytes)


static func _is_up(stream: StreamPeerTCP) -> bool:
	return stream.get_status() == StreamPeerTCP.STATUS_CONNECTED
