extends "server_case.gd"
## Server and client over real sockets: what they say to each other, and to plain peers.


func test_typed_messages_both_ways() -> void:
	await _connect()
	equal(_log, ["server: connected", "client: connected"], "handshake")
	equal(_client.peer().peer_library(), "gdwire-godot 0.1.0", "library")
	equal(_server.peers().size(), 1, "peers")
	_log.clear()
	equal(_client.peer().send(ToyMessage.of("note", "up ü€😀")), OK, "client")
	equal(_client.peer().send(ToyMessage.of("warn", "up")), OK, "client")
	equal(_server.broadcast(ToyMessage.of("note", "down")), 1, "server")
	await _until(func() -> bool: return _log.size() == 3)
	_log.sort()
	equal(_log, ["client: note down", "server: note up ü€😀", "server: other warn"], "messages")


func test_requests_both_ways_and_their_ends() -> void:
	_server_toy.query_handler = _answer_late
	await _connect()
	_ask(_client.peer(), ToyMessage.of("query", "a"), 5.0)
	_ask(_client.peer(), ToyMessage.of("query", "b"), 5.0)
	_ask(_client.peer(), ToyMessage.of("query", "bad"), 5.0)
	_ask(_client.peer(), ToyMessage.of("query", "never"), 0.05)
	_ask(_server.peers()[0], ToyMessage.of("query", "x"), 5.0)
	await _until(func() -> bool: return _answers.size() == 5)
	var texts := _answers.map(_text_of)
	texts.sort()
	equal(texts, [
		"handler_failed: the handler gave no valid result",
		"no answer came in time",
		"no_handler: nothing answers query here",
		"result of a",
		"result of b",
	], "answers")
	_answers.clear()
	_ask(_client.peer(), ToyMessage.of("query", "never"), 60.0)
	_server.stop()
	await _until(func() -> bool: return _answers.size() == 1)
	equal(_text_of(_answers[0]), "the connection ended: the peer closed the connection", "the end")
	equal(_log.slice(-2), [
		"server: disconnected the server stopped",
		"client: disconnected the peer closed the connection",
	], "signals")
	equal(_client.peer(), null, "the client is free again")
	# The handlers that waited for the server's end come to theirs.
	await frame()
	await frame()


func test_a_port_in_use_is_told_with_what_to_do() -> void:
	_listen()
	var port := _server.port()
	check(port > 0, "a free port: %d" % port)
	var other := GdwireServer.new()
	other.problem.connect(_on_problem.bind("other"))
	equal(other.listen(port), ERR_ALREADY_IN_USE, "error")
	equal(_log, ["other: problem port %d of 127.0.0.1 is in use: does the game run twice? End the other"
		% port + " program, or listen on another port (0 takes a free one)"], "text")
	equal(other.port(), 0, "not listening")
	_server.stop()
	equal(other.listen(port), OK, "once it is free")
	other.stop()


func test_wrong_addresses_and_ports_are_errors() -> void:
	_server.problem.connect(_on_problem.bind("server"))
	_client.problem.connect(_on_problem.bind("client"))
	equal(_server.listen(-1), ERR_INVALID_PARAMETER, "port -1")
	equal(_server.listen(65536), ERR_INVALID_PARAMETER, "port 65536")
	equal(_server.listen(0, "no.such.host"), ERR_INVALID_PARAMETER, "host")
	equal(_client.connect_to("127.0.0.1", 0), ERR_INVALID_PARAMETER, "port 0")
	equal(_server.listen(0, "localhost"), OK, "localhost")
	equal(_server.listen(0), ERR_ALREADY_IN_USE, "twice")
	equal(_log, [
		"server: problem -1 is no port: it must be 0 to 65535",
		"server: problem 65536 is no port: it must be 0 to 65535",
		"server: problem no.such.host is no IP address to listen on",
		"client: problem 0 is no port: it must be 1 to 65535",
		"server: problem this server listens on port %d already" % _server.port(),
	], "texts")
	_server.stop()


func test_two_protocols_with_one_tag_are_refused() -> void:
	_server.problem.connect(_on_problem.bind("server"))
	_server.use(_server_toy)
	_server.use(_client_toy)
	_client_toy.toy.its_name = "second"
	equal(_server.listen(0), ERR_INVALID_PARAMETER, "error")
	equal(_log, ["server: problem the protocols toy and second both have the message ask: rename it in"
		+ " one of them"], "text")


func test_nothing_that_listens_fails_with_a_reason() -> void:
	_listen()
	var port := _server.port()
	_server.stop()
	_wire_up_client()
	equal(_client.connect_to("127.0.0.1", port), OK, "begins")
	await _until(func() -> bool: return _log.size() >= 2)
	var reason := "127.0.0.1:%d: could not connect: nothing listens there; start the other side first"
	equal(_log, ["client: problem " + reason % port, "client: failed " + reason % port], "signals")
	equal(_client.peer(), null, "free again")


func test_a_plain_peer_cut_anywhere_and_together() -> void:
	_server.plain = true
	_listen()
	var raw := await _raw()
	var bytes := '{"hello":"wörld"}\n{"n":1}\r\n{"n":2}\n\n{"n":3}\n'.to_utf8_buffer()
	for i: int in 14:
		raw.put_data(bytes.slice(i, i + 1))
		_server.poll()
		await frame()
	raw.put_data(bytes.slice(14))
	await _until(func() -> bool: return _log.size() == 5)
	equal(_log, [
		"server: connected", 'server: json { "hello": "wörld" }', 'server: json { "n": 1.0 }',
		'server: json { "n": 2.0 }', 'server: json { "n": 3.0 }',
	], "objects")
	equal(_server.peers()[0].send_json({"reply": 0.1, "text": "ü"}), OK, "send")
	var line := await _line(raw)
	equal(line, '{"reply":0.1,"text":"ü"}', "reply")
	_stop()


func test_a_silent_plain_peer_is_spoken_to_first() -> void:
	_server.plain = true
	_server.handshake_timeout_s = 0.05
	_server.peer_connected.connect(
		func(peer: GdwireConnection) -> void: peer.send_json({"game": "speaks first"})
	)
	_listen()
	var raw := await _raw()
	equal(await _line(raw), '{"game":"speaks first"}', "line")
	equal(_log, ["server: connected"], "signals")
	_stop()


func test_a_burst_arrives_whole_and_in_order() -> void:
	await _connect()
	_log.clear()
	for i: int in 20000:
		_client.peer().send(ToyMessage.of("note", str(i)))
	await _until(func() -> bool: return _log.size() >= 20000)
	equal(_log.size(), 20000, "all")
	for i: int in 20000:
		if _log[i] != "server: note %d" % i:
			equal(_log[i], "server: note %d" % i, "order")
			break
	_stop()


func test_a_peer_that_does_not_read_never_blocks_the_game() -> void:
	_server.plain = true
	_listen()
	var raw := await _raw()
	raw.put_data("{}\n".to_utf8_buffer())
	await _until(func() -> bool: return _server.peers().size() == 1)
	var text := "x".repeat(500_000)
	var peer := _server.peers()[0]
	var sent := 0
	while peer.send_json({"n": sent, "text": text}) == OK:
		sent += 1
		check(sent < 200, "an end")
	check(peer.queued_bytes() > GdwireConnection.MAX_QUEUED, "queued")
	var received := 0
	var got := 0
	while got < sent * (500_000 + 18):
		_server.poll()
		raw.poll()
		var part: Array = raw.get_partial_data(1 << 20)
		var bytes: PackedByteArray = part[1]
		got += bytes.size()
		received += bytes.count(10)
		if bytes.is_empty():
			await frame()
			if peer.queued_bytes() == 0 and raw.get_available_bytes() == 0:
				break
	equal(received, sent, "every line that was accepted arrives")
	equal(peer.send_json({}), OK, "and it goes on")
	_stop()


func test_fast_mode_shortens_the_loop_while_a_peer_is_connected() -> void:
	var before := OS.low_processor_usage_mode_sleep_usec
	_server.latency = GdwireServer.Latency.FAST
	_server.fast_sleep_usec = 500
	await _connect()
	equal(OS.low_processor_usage_mode_sleep_usec, 500, "while connected")
	_stop()
	equal(OS.low_processor_usage_mode_sleep_usec, before, "after")
