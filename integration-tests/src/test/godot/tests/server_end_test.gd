extends "server_case.gd"
## Server and client over real sockets: refusals, and how connections end.


func test_what_came_before_the_end_is_handed_on() -> void:
	_server.plain = true
	_listen()
	var raw := await _raw()
	raw.put_data('{"n":1}\n{"n":2}\n{"cut'.to_utf8_buffer())
	raw.disconnect_from_host()
	await _until(func() -> bool: return _log.size() == 5)
	equal(_log, [
		"server: connected", 'server: json { "n": 1.0 }', 'server: json { "n": 2.0 }',
		"server: problem truncated: the connection ended in the middle of a line, after 5 bytes of it:"
		+ " each line needs a newline at its end",
		"server: disconnected the peer closed the connection",
	], "signals")
	equal(_server.peers().size(), 0, "peers")
	_stop()


func test_a_client_that_hangs_up_before_it_is_looked_at_is_not_called_a_server() -> void:
	_listen()
	var raw := StreamPeerTCP.new()
	equal(raw.connect_to_host("127.0.0.1", _server.port()), OK, "raw peer")
	while raw.get_status() == StreamPeerTCP.STATUS_CONNECTING:
		raw.poll()
		await frame()
	raw.disconnect_from_host()
	OS.delay_msec(20)
	await _until(func() -> bool: return _log.size() == 1)
	check(_log[0].begins_with("server: problem 127.0.0.1:"), _log[0])
	check(_log[0].ends_with(": the peer closed the connection before the handshake was done"), _log[0])
	_stop()


func test_a_handler_may_end_everything_and_the_end_is_told_last() -> void:
	await _connect()
	_log.clear()
	_server_toy.note.connect(_end_in_a_handler.bind(_server.stop))
	for i: int in 3:
		_client.peer().send(ToyMessage.of("note", str(i)))
	await _until(func() -> bool: return _client.peer() == null)
	equal(_log.filter(func(line: String) -> bool: return line.begins_with("server: ")), [
		"server: note 0", "server: note 1", "server: note 2", "server: disconnected the server stopped",
	], "server")
	equal(_server.peers().size(), 0, "peers")
	equal(_server.listen(0), OK, "it can listen again")
	_stop()


func test_a_client_may_close_itself_in_a_handler_and_sending_then_is_an_error() -> void:
	await _connect()
	var peer := _client.peer()
	_log.clear()
	_client_toy.note.connect(_end_in_a_handler.bind(_client.close))
	_server.broadcast(ToyMessage.of("note", "a"))
	_server.broadcast(ToyMessage.of("note", "b"))
	await _until(func() -> bool: return _server.peers().is_empty())
	equal(_log.filter(func(line: String) -> bool: return line.begins_with("client: ")), [
		"client: note a", "client: note b", "client: disconnected this side closed the connection",
	], "client")
	_client.close()
	equal(peer.send(ToyMessage.of("note", "late")), ERR_UNCONFIGURED, "send after close")
	_stop()


func test_a_client_can_connect_again_in_the_handler_that_is_told_its_end() -> void:
	_listen()
	_wire_up_client()
	var closed := GdwireServer.new()
	closed.use(ToyDispatcher.new())
	equal(closed.listen(0), OK, "a port")
	var nobody := closed.port()
	closed.stop()
	_client.connection_failed.connect(_connect_again)
	_client.peer_disconnected.connect(_connect_after_end)
	equal(_client.connect_to("127.0.0.1", nobody), OK, "begins")
	await _until(func() -> bool: return _log.has("client: connected"))
	for side: String in ["server", "client"]:
		var before := _client.peer()
		_log.clear()
		if side == "server":
			_server.stop()
		else:
			before.close("enough")
		await _until(func() -> bool: return _log.has("client: connected"))
		check(_client.peer() != before and _client.peer().is_open(), "another peer")
		check(not str(_log).contains("problem"), str(_log))
	_client.peer_disconnected.disconnect(_connect_after_end)
	_stop()


## The refusal still has to be read by the peer.
func test_a_client_that_connects_again_says_first_what_it_had_to_say() -> void:
	_listen()
	_wire_up_client()
	_client.connection_failed.connect(_connect_again)
	var listener := TCPServer.new()
	equal(listener.listen(0, "127.0.0.1"), OK, "a program that is no peer")
	equal(_client.connect_to("127.0.0.1", listener.get_local_port()), OK, "begins")
	while not listener.is_connection_available():
		_client.poll()
		await frame()
	var raw := listener.take_connection()
	raw.put_data("nonsense\n".to_utf8_buffer())
	await _until(func() -> bool: return _log.has("client: connected"))
	check(_client.peer().is_open(), "connected elsewhere")
	var heard := ""
	for i: int in 500:
		_client.poll()
		raw.poll()
		if raw.get_status() != StreamPeerTCP.STATUS_CONNECTED:
			break
		if raw.get_available_bytes() > 0:
			heard += raw.get_string(raw.get_available_bytes())
		await frame()
	check(heard.contains('"reject"'), heard)
	check(raw.get_status() != StreamPeerTCP.STATUS_CONNECTED, "closed in the end")
	check(_client.peer().is_open(), "still connected")
	listener.stop()
	_stop()


## What nobody read would reset the connection.
func test_what_was_sent_just_before_a_stop_arrives_though_the_peer_still_talks() -> void:
	_server.plain = true
	_listen()
	for how: String in ["stop", "close"]:
		if _server.port() == 0:
			equal(_server.listen(0), OK, "listen")
		var raw := await _raw()
		raw.put_data("{}\n".to_utf8_buffer())
		await _until(func() -> bool: return _server.peers().size() == 1)
		# More than is read at once.
		for i: int in 3:
			raw.put_data(('{"text":"%s"}\n' % "x".repeat(60_000)).to_utf8_buffer())
		OS.delay_msec(20)
		equal(_server.peers()[0].send_json({"last": 1}), OK, "send")
		if how == "stop":
			_server.stop()
		else:
			_server.peers()[0].close()
			_server.poll_budget_ms = 0.0
			await _until(func() -> bool: return _server.peers().is_empty())
		OS.delay_msec(20)
		raw.poll()
		equal(await _line(raw), '{"last":1}', how)
		raw.disconnect_from_host()
	_stop()


func test_a_stopped_server_can_listen_again_and_close_ends_a_peer() -> void:
	await _connect()
	_server.peers()[0].close("enough")
	await _until(func() -> bool: return _log.size() == 4)
	_log.sort()
	equal(_log.slice(2), ["server: connected", "server: disconnected enough"], "server")
	_server.stop()
	equal(_server.port(), 0, "no port")
	equal(_server.listen(0), OK, "again")
	_log.clear()
	equal(_client.connect_to("localhost", _server.port()), OK, "by name")
	await _until(func() -> bool: return _log.size() == 2)
	equal(_server.peers().size(), 1, "connected again")
	_stop()


func test_a_refusal_reaches_a_peer_that_still_talks() -> void:
	_listen()
	var raw := await _raw()
	raw.put_data('{"hello":"world"}\n{"more":1}\n'.to_utf8_buffer())
	var line := await _line(raw)
	check(line.begins_with('{"gdwire":"reject"'), line)
	check(line.contains("not_a_hello"), line)
	_stop()


func test_one_peer_too_many_is_refused_as_busy() -> void:
	_server.max_peers = 1
	await _connect()
	_log.clear()
	var second := GdwireClient.new()
	second.use(ToyDispatcher.new())
	second.problem.connect(_on_problem.bind("second"))
	equal(second.connect_to("127.0.0.1", _server.port()), OK, "begins")
	while second.peer() != null:
		second.poll()
		_server.poll()
		await frame()
	equal(_log.back(), "second: problem 127.0.0.1:%d: the peer refused the connection: busy: there"
		% _server.port() + " are 1 peers already, the most (max_peers): close one, or raise the limit",
		"reason")
	equal(_server.peers().size(), 1, "the first stays")
	_stop()


func test_a_plain_client_of_a_typed_server_is_told_why_it_is_refused() -> void:
	_listen()
	_client.plain = true
	_wire_up_client()
	equal(_client.connect_to("127.0.0.1", _server.port()), OK, "connect")
	await _until(func() -> bool: return _client.peer() != null and _client.peer().is_plain())
	equal(_client.peer().send_json({"hello": "world"}), OK, "send")
	await _until(func() -> bool: return _client.peer() == null)
	equal(_log.filter(func(line: String) -> bool: return line.begins_with("client: ")), [
		"client: connected",
		"client: disconnected the peer refused the connection: not_a_hello: the first line is no valid"
		+ " hello, and plain mode is off: use a Gdwire client, or set plain on the server",
	], "signals")
	_stop()


func test_a_server_of_another_protocol_is_named_with_what_to_do() -> void:
	var listener := TCPServer.new()
	equal(listener.listen(0, "127.0.0.1"), OK, "a web server")
	_wire_up_client()
	equal(_client.connect_to("127.0.0.1", listener.get_local_port()), OK, "connect")
	var web: StreamPeerTCP = null
	for i: int in 2000:
		_client.poll()
		if web == null and listener.is_connection_available():
			web = listener.take_connection()
			web.put_data("HTTP/1.1 400 Bad Request\r\n\r\n".to_utf8_buffer())
		if _log.size() >= 2:
			break
		await frame()
	var reason := (
		"127.0.0.1:%d: this side refused the peer: not_a_hello: the first line is no valid welcome:"
		+ " check the port, or set plain on this client for a server without Gdwire (it cannot be read:"
		+ " no JSON: Expected 'true', 'false', or 'null', got 'HTTP')"
	) % listener.get_local_port()
	equal(_log, ["client: problem " + reason, "client: failed " + reason], "signals")
	_client.close()
	listener.stop()


func _connect_again(_reason: String) -> void:
	equal(_client.connect_to("127.0.0.1", _server.port()), OK, "in the handler")


func _connect_after_end(_peer: GdwireConnection, reason: String) -> void:
	if _server.port() == 0:
		equal(_server.listen(0), OK, "listens again")
	_connect_again(reason)
