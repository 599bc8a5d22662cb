extends "server_case.gd"
## Who may stay on a server: peers that are too many, and those that say nothing.

const Admission = preload("res://addons/gdwire/admission.gd")
const HELLO := '{"gdwire":"hello","wire":1,"library":"test","protocols":[{"name":"toy",' \
	+ '"version":"1.0","fingerprint":"f-n1-"}],"features":[],"maxFrame":1048576}\n'


func test_handshakes_of_one_address_keep_nobody_else_out() -> void:
	var admission := Admission.new()
	var honest := admission.arrive("10.0.0.1")
	for i: int in 2000:
		admission.arrive("10.0.0.2")
		check(admission.drop_one() != honest, "the honest one stays")
	equal(admission.handshakes(), 64, "handshakes")
	equal(admission.refusal(honest), "", "it may stay")
	equal([admission.handshakes(), admission.peers()], [63, 1], "counted apart")
	admission.leave(honest)
	equal(admission.peers(), 0, "gone")


func test_of_an_address_those_that_said_nothing_go_first() -> void:
	var admission := Admission.new()
	admission.max_handshakes = 2
	var first := admission.arrive("10.0.0.1")
	var second := admission.arrive("10.0.0.1")
	admission.hear(first)
	var third := admission.arrive("10.0.0.1")
	equal(admission.drop_one(), second, "the oldest that is silent")
	admission.hear(third)
	admission.arrive("10.0.0.2")
	equal(admission.drop_one(), first, "the oldest, where all have spoken")


func test_many_that_connect_at_once_are_looked_at_before_they_are_given_up() -> void:
	_server.max_handshakes = 2
	_listen()
	var raws: Array[StreamPeerTCP] = []
	for turn: int in 4:
		# So many wait for a listener.
		for i: int in 8:
			raws.append(await _raw())
			raws[-1].put_data(HELLO.to_utf8_buffer())
		OS.delay_msec(20)
		_server.poll()
	await _until(func() -> bool: return _server.peers().size() == 32)
	var told := _log.filter(func(line: String) -> bool: return line.contains("max_handshakes"))
	equal(told, [], "who greets at once is not given up")
	_stop()


func test_admission_does_what_a_model_does() -> void:
	var random := RandomNumberGenerator.new()
	random.seed = 7
	var admission := Admission.new()
	admission.max_peers = 3
	admission.max_peers_per_address = 2
	admission.max_handshakes = 4
	# Number to [address, whether it is a peer], the oldest first.
	var model := {}
	for step: int in 1000:
		var numbers: Array[int] = []
		numbers.assign(model.keys())
		match random.randi() % 4:
			0, 1:
				var address := "10.0.0.%d" % (random.randi() % 3)
				model[admission.arrive(address)] = [address, false]
				var expected := _one_too_many(model, 4)
				equal(admission.drop_one(), expected, "dropped")
				model.erase(expected)
			2:
				if not numbers.is_empty():
					_greet(admission, model, numbers[random.randi() % numbers.size()])
			3:
				if not numbers.is_empty():
					var number: int = numbers[random.randi() % numbers.size()]
					admission.leave(number)
					model.erase(number)
		equal(admission.peers(), _count(model, "", true), "peers")
		equal(admission.handshakes(), _count(model, "", false), "handshakes")


func test_peers_that_say_nothing_take_no_peers_place() -> void:
	_server.max_peers = 1
	_server.max_handshakes = 3
	_listen()
	var silent: Array[StreamPeerTCP] = []
	for i: int in 20:
		silent.append(await _raw())
		_server.poll()
	_wire_up_client()
	equal(_client.connect_to("127.0.0.1", _server.port()), OK, "connect")
	await _until(func() -> bool: return _server.peers().size() == 1)
	var open := 0
	for raw: StreamPeerTCP in silent:
		raw.poll()
		open += 1 if raw.get_status() == StreamPeerTCP.STATUS_CONNECTED else 0
	check(open <= 3, "%d handshakes are in progress" % open)
	var told := _log.filter(func(line: String) -> bool: return line.contains("max_handshakes"))
	equal(told.size(), 5, "told at 1, 2, 4, 8 and 16: %s" % [told])
	_stop()


func test_who_connects_and_hangs_up_again_and_again_is_told_ever_more_seldom() -> void:
	_listen()
	for i: int in 20:
		var raw := await _raw()
		_server.poll()
		raw.disconnect_from_host()
		for turn: int in 20:
			_server.poll()
			await frame()
	equal(_log.size(), 5, "1, 2, 4, 8, 16: %s" % [_log])
	check(_log[4].ends_with("(16 connections in a row ended before their handshake was done)"), _log[4])
	_stop()


func test_one_peer_too_many_of_an_address_is_refused() -> void:
	_server.max_peers_per_address = 1
	await _connect()
	var raw := await _raw()
	raw.put_data(HELLO.to_utf8_buffer())
	var line := await _line(raw)
	check(line.contains('"busy"') and line.contains("max_peers_per_address"), line)
	_client.close()
	await _until(func() -> bool: return _server.peers().is_empty())
	var next := await _raw()
	next.put_data(HELLO.to_utf8_buffer())
	var welcome := await _line(next)
	check(welcome.begins_with('{"gdwire":"welcome"'), welcome)
	_stop()


func test_a_flood_of_short_messages_is_handed_on_in_order_and_in_parts() -> void:
	await _connect()
	_log.clear()
	for i: int in 15_000:
		_client.peer().send(ToyMessage.of("note", str(i)))
	var most := 0
	for i: int in 2000:
		_client.poll()
		var before := _log.size()
		_server.poll()
		most = maxi(most, _log.size() - before)
		if _log.size() >= 15_000:
			break
		await frame()
	equal(_log.size(), 15_000, "all")
	equal(_log[14_999], "server: note 14999", "in order")
	check(most <= 10_000, "%d in one poll" % most)
	_stop()


func test_what_a_peer_did_not_take_before_a_close_is_counted() -> void:
	_listen()
	var deaf := await _raw()
	deaf.put_data(HELLO.to_utf8_buffer())
	await _until(func() -> bool: return _server.peers().size() == 1)
	var peer := _server.peers()[0]
	while peer.send(ToyMessage.of("note", "x".repeat(1000))) == OK:
		pass
	_log.clear()
	_server.stop()
	var unsent := "bytes that were sent to %s before the close never left" % peer.address
	check(_log.any(func(line: String) -> bool: return line.contains(unsent)), str(_log))
	deaf.disconnect_from_host()
	_stop()


func test_what_a_peer_that_hangs_up_did_not_take_before_a_close_is_counted() -> void:
	_listen()
	var deaf := await _raw()
	deaf.put_data(HELLO.to_utf8_buffer())
	await _until(func() -> bool: return _server.peers().size() == 1)
	var peer := _server.peers()[0]
	while peer.queued_bytes() < 1_000_000:
		peer.send(ToyMessage.of("note", "x".repeat(1000)))
	_log.clear()
	peer.close("enough")
	_server.poll()
	check(not peer.is_over(), "it waits")
	deaf.disconnect_from_host()
	await _until(peer.is_over)
	var unsent := "bytes that were sent to %s before the close never left: it hung up" % peer.address
	check(_log.any(func(line: String) -> bool: return line.contains(unsent)), str(_log))
	equal(_log.count("server: disconnected enough"), 1, "the end")
	_stop()


static func _greet(admission: Admission, model: Dictionary, number: int) -> void:
	var entry: Array = model[number]
	var is_peer: bool = entry[1]
	if is_peer:
		return
	var address: String = entry[0]
	var full := _count(model, "", true) >= 3 or _count(model, address, true) >= 2
	if admission.refusal(number).is_empty() == full:
		model[number] = ["the model differs", false]
	elif not full:
		entry[1] = true


static func _one_too_many(model: Dictionary, limit: int) -> int:
	if _count(model, "", false) <= limit:
		return 0
	var found := 0
	var most := 0
	for number: int in model:
		var entry: Array = model[number]
		var address: String = entry[0]
		var is_peer: bool = entry[1]
		if not is_peer and _count(model, address, false) > most:
			most = _count(model, address, false)
			found = number
	return found


static func _count(model: Dictionary, of_address: String, peers: bool) -> int:
	var count := 0
	for number: int in model:
		var entry: Array = model[number]
		var address: String = entry[0]
		var is_peer: bool = entry[1]
		if is_peer == peers and (of_address.is_empty() or of_address == address):
			count += 1
	return count
