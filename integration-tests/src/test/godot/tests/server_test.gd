extends "res://harness/test_case.gd"
## Server and client over real sockets, in one process.

const Answer = preload("res://addons/gdwire/answer.gd")
const GdwireClient = preload("res://addons/gdwire/client.gd")
const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireMessage = preload("res://addons/gdwire/message.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")
const ToyDispatcher = preload("toy/toy_dispatcher.gd")
const ToyMessage = preload("toy/toy_message.gd")

var _server: GdwireServer = GdwireServer.new()
var _client: GdwireClient = GdwireClient.new()
var _server_toy: ToyDispatcher = ToyDispatcher.new()
var _client_toy: ToyDispatcher = ToyDispatcher.new()
## What happened, in order.
var _log: Array[String] = []
var _answers: Array[Answer] = []


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
	equal(_log.back(), "second: problem 127.0.0.1:%d: the peer refused the connection: busy: as many"
		% _server.port() + " peers as this side takes are connected: close one", "reason")
	equal(_server.peers().size(), 1, "the first stays")
	_stop()


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


func test_a_refusal_reaches_a_peer_that_still_talks() -> void:
	_listen()
	var raw := await _raw()
	raw.put_data('{"hello":"world"}\n{"more":1}\n'.to_utf8_buffer())
	var line := await _line(raw)
	check(line.begins_with('{"gdwire":"reject"'), line)
	check(line.contains("not_a_hello"), line)
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


func _answer_late(query: ToyMessage, _peer: GdwireConnection) -> GdwireMessage:
	await frame()
	while query.text == "never" and _server.port() > 0:
		await frame()
	return null if query.text == "bad" else ToyMessage.of("result", "of " + query.text)


func _ask(peer: GdwireConnection, query: ToyMessage, timeout_s: float) -> void:
	var answer := await peer.request(query, timeout_s)
	_answers.append(answer)


func _text_of(answer: Answer) -> String:
	if not answer.ok():
		return answer.error
	var message: ToyMessage = answer.message
	return "%s %s" % [message.tag(), message.text]


func _listen() -> void:
	_server.use(_server_toy)
	_server.peer_connected.connect(_on_connected.bind("server"))
	_server.peer_disconnected.connect(_on_gone.bind("server"))
	_server.problem.connect(_on_problem.bind("server"))
	_server.message_received.connect(_on_other)
	_server.received_json.connect(_on_json)
	_server_toy.note.connect(_on_note.bind("server"))
	equal(_server.listen(0), OK, "listen")


func _wire_up_client() -> void:
	_client.use(_client_toy)
	_client.peer_connected.connect(_on_connected.bind("client"))
	_client.peer_disconnected.connect(_on_gone.bind("client"))
	_client.problem.connect(_on_problem.bind("client"))
	_client.connection_failed.connect(_on_failed)
	_client_toy.note.connect(_on_note.bind("client"))


func _connect() -> void:
	_listen()
	_wire_up_client()
	equal(_client.connect_to("127.0.0.1", _server.port()), OK, "connect")
	await _until(func() -> bool: return _log.size() >= 2)


func _stop() -> void:
	_client.close()
	_server.stop()


## Polls both sides until a condition holds; at most 2000 frames, so that a failure ends.
func _until(condition: Callable) -> void:
	for i: int in 2000:
		_server.poll()
		_client.poll()
		if condition.call():
			return
		await frame()
	check(false, "it never came; so far: %s" % [_log.slice(-20)])


func _raw() -> StreamPeerTCP:
	var raw := StreamPeerTCP.new()
	equal(raw.connect_to_host("127.0.0.1", _server.port()), OK, "raw peer")
	while raw.get_status() == StreamPeerTCP.STATUS_CONNECTING:
		raw.poll()
		await frame()
	return raw


func _line(raw: StreamPeerTCP) -> String:
	var bytes := PackedByteArray()
	for i: int in 2000:
		_server.poll()
		raw.poll()
		if raw.get_available_bytes() > 0:
			var part: Array = raw.get_partial_data(raw.get_available_bytes())
			var more: PackedByteArray = part[1]
			bytes.append_array(more)
		if bytes.has(10):
			break
		await frame()
	return bytes.get_string_from_utf8().strip_edges()


func _on_note(message: ToyMessage, _peer: GdwireConnection, side: String) -> void:
	_log.append("%s: note %s" % [side, message.text])


func _end_in_a_handler(_message: ToyMessage, _peer: GdwireConnection, end: Callable) -> void:
	end.call()


func _on_other(message: GdwireMessage, _peer: GdwireConnection) -> void:
	_log.append("server: other " + message.tag())


func _on_json(data: Dictionary, _peer: GdwireConnection) -> void:
	_log.append("server: json %s" % data)


func _on_connected(_peer: GdwireConnection, side: String) -> void:
	_log.append("%s: connected" % side)


func _on_failed(reason: String) -> void:
	_log.append("client: failed " + reason)


func _on_gone(_peer: GdwireConnection, reason: String, side: String) -> void:
	_log.append("%s: disconnected %s" % [side, reason])


func _on_problem(text: String, _peer: GdwireConnection, side: String) -> void:
	_log.append("%s: problem %s" % [side, text])
