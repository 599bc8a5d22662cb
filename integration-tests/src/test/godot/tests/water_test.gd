extends "server_case.gd"
## A peer that does not read: marks of what waits.


func test_marks_are_told_once_for_each_crossing() -> void:
	_server.high_water_bytes = 100_000
	_server.low_water_bytes = 10_000
	_server.high_water.connect(_on_water.bind("high"))
	_server.low_water.connect(_on_water.bind("low"))
	_server.plain = true
	_listen()
	var raw := await _raw()
	raw.put_data('{"n":1}\n'.to_utf8_buffer())
	await _until(func() -> bool: return _log.size() == 2)
	_log.clear()
	var peer := _server.peers()[0]
	for round_number: int in 2:
		var sent := await _fill(peer)
		await _read(raw, sent, peer)
		equal(_log, ["high", "low"], "caught up")
		_log.clear()
	_stop()


func test_a_slow_peer_that_goes_is_forgotten() -> void:
	_server.high_water_bytes = 100_000
	_server.high_water.connect(_on_water.bind("high"))
	_server.low_water.connect(_on_water.bind("low"))
	_server.plain = true
	_listen()
	var raw := await _raw()
	raw.put_data('{"n":1}\n'.to_utf8_buffer())
	await _until(func() -> bool: return _log.size() == 2)
	_log.clear()
	await _fill(_server.peers()[0])
	raw.disconnect_from_host()
	_server.stop()
	equal(_log.slice(0, 2), ["high", "server: disconnected the server stopped"], "the end")
	# What it did not take is told, if there was some, and nothing else.
	check(_log.size() <= 3, str(_log))
	for line: String in _log.slice(2):
		check(line.contains("before the close never left"), line)


## Sends until more than the mark waits and stays; gives how many bytes went.
func _fill(peer: GdwireConnection) -> int:
	var text := "x".repeat(10_000)
	var lines := 0
	while peer.queued_bytes() < 500_000:
		equal(peer.send_json({"t": text}), OK, "sent")
		lines += 1
		_server.poll()
		if peer.queued_bytes() >= 500_000:
			for i: int in 20:
				await frame()
				_server.poll()
	# The system takes more now and then until it is full too.
	equal(_log.back(), "high", "the last mark")
	_log.assign(["high"])
	return lines * (text.length() + '{"t":""}\n'.length())


func _read(raw: StreamPeerTCP, bytes: int, peer: GdwireConnection) -> void:
	var left := bytes
	for i: int in 5000:
		_server.poll()
		raw.poll()
		if raw.get_available_bytes() > 0:
			var part: Array = raw.get_partial_data(raw.get_available_bytes())
			var more: PackedByteArray = part[1]
			left -= more.size()
		if left == 0:
			break
		await frame()
	equal(left, 0, "bytes left")
	_server.poll()
	equal(peer.queued_bytes(), 0, "nothing waits")


func _on_water(_peer: GdwireConnection, mark: String) -> void:
	_log.append(mark)
