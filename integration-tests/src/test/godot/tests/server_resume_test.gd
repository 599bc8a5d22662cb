extends "server_case.gd"
## Sessions over real sockets: what users see when streams are cut.

const GdwireEndpoint = preload("res://addons/gdwire/endpoint.gd")
const Relay = preload("cutting_relay.gd")

var _relay: Relay = Relay.new()


func test_a_cut_loses_nothing_and_the_peers_stay_the_same() -> void:
	await _connect_over_relay()
	var at_server := _server.peers()[0]
	var at_client := _client.peer()
	_log.clear()
	_relay.cut()
	await _until_all(func() -> bool: return at_server.is_suspended() and at_client.is_suspended())
	check(at_server.is_open() and at_client.is_open(), "open while suspended")
	equal(_server.peers(), [at_server], "still a peer")
	equal(at_client.send(ToyMessage.of("note", "up")), OK, "sent while suspended")
	equal(_server.broadcast(ToyMessage.of("note", "down")), 1, "broadcast while suspended")
	equal([at_client.unacknowledged(), at_server.unacknowledged()], [1, 1], "kept")
	await _until_all(func() -> bool: return _has("client: note down") and _has("server: note up"))
	await _until_all(func() -> bool: return at_client.unacknowledged() + at_server.unacknowledged() == 0)
	check(not at_server.is_suspended() and not at_client.is_suspended(), "resumed")
	_log.sort()
	equal(_log, [
		"client: note down", "client: resumed", "client: suspended the peer closed the connection",
		"server: note up", "server: resumed", "server: suspended the peer closed the connection",
	], "signals")
	check(_client.peer() == at_client and _server.peers() == [at_server], "the same objects")
	_end()


func test_thousands_of_messages_over_streams_cut_anywhere() -> void:
	await _connect_over_relay()
	_log.clear()
	_relay.cut_after = 20_000
	var sent := 0
	for turn: int in 3000:
		for i: int in 5:
			if sent < 3000:
				equal(_client.peer().send(ToyMessage.of("note", "%d" % sent)), OK, "client")
				equal(_server.peers()[0].send(ToyMessage.of("note", "%d" % sent)), OK, "server")
				sent += 1
		_poll_all()
		if sent == 3000 and _notes("client").size() >= 3000 and _notes("server").size() >= 3000:
			break
		await frame()
	var expected := range(3000).map(func(i: int) -> String: return "%d" % i)
	equal(_notes("client"), expected, "at the client")
	equal(_notes("server"), expected, "at the server")
	var cuts := _log.count("server: resumed")
	check(cuts >= 5, "%d cuts" % cuts)
	_end()


func test_a_request_survives_a_cut() -> void:
	_server_toy.query_handler = _answer_after_resume
	await _connect_over_relay()
	_log.clear()
	_ask(_client.peer(), ToyMessage.of("query", "a"), 30.0)
	_poll_all()
	await _until_all(func() -> bool: return _has("server: asked"))
	_relay.cut()
	_ask(_client.peer(), ToyMessage.of("query", "b"), 30.0)
	await _until_all(func() -> bool: return _answers.size() == 2)
	equal(_answers.map(_text_of), ["result of a", "result of b"], "answers")
	_end()


func test_a_server_that_restarts_is_told_as_a_loss_and_a_new_session() -> void:
	await _connect_over_relay()
	var before := _client.peer()
	_log.clear()
	_relay.cut()
	await _until_all(before.is_suspended)
	before.send(ToyMessage.of("note", "lost"))
	_ask(before, ToyMessage.of("query", "lost"), 30.0)
	# What another process would do on the same port: it knows nothing of the session.
	_server._sessions = GdwireServer.SessionRegistry.new()
	await _until_all(func() -> bool: return _has("client: connected"))
	equal(_log.filter(func(line: String) -> bool: return line.begins_with("client")), [
		"client: suspended the peer closed the connection",
		"client: lost 2: the peer has it no more: it was started anew, or it gave the session up",
		"client: disconnected the peer has it no more: it was started anew, or it gave the session up",
		"client: connected",
	], "signals")
	equal(_answers.map(_text_of), ["the connection ended: the peer has it no more: it was started"
		+ " anew, or it gave the session up"], "the request ended")
	check(_client.peer() != before and not before.is_open(), "another peer")
	equal(_client.peer().send(ToyMessage.of("note", "again")), OK, "the new one works")
	await _until_all(func() -> bool: return _has("server: note again"))
	_end()


func test_what_comes_with_a_resume_is_read_in_shares() -> void:
	await _connect_over_relay()
	var count := 3000
	_relay.is_up = false
	_relay.cut()
	await _until_all(func() -> bool: return _client.peer().is_suspended() and _has(
		"server: suspended the peer closed the connection"))
	for i: int in count:
		equal(_server.broadcast(ToyMessage.of("note", "%d" % i)), 1, "sent while suspended")
	_relay.is_up = true
	_client.poll_budget_ms = 0.0
	await _until_all(func() -> bool:
		# All of it is there before the client looks.
		for i: int in 20:
			_relay.poll()
			_server.poll()
		return _has("client: resumed"))
	var first := _notes("client").size()
	check(first < 2000, "%d of %d were read by the poll that resumed" % [first, count])
	_client.poll_budget_ms = 50.0
	await _until_all(func() -> bool: return _notes("client").size() >= count)
	equal(_notes("client"), range(count).map(func(i: int) -> String: return "%d" % i), "all, in order")
	_end()


func test_a_new_session_that_ends_at_once_is_told_from_its_beginning() -> void:
	_wire_up_client()
	_client.reconnect = true
	_client.session_lost.connect(_on_lost.bind("client"))
	var listener := TCPServer.new()
	equal(listener.listen(0, "127.0.0.1"), OK, "a server")
	equal(_client.connect_to("127.0.0.1", listener.get_local_port()), OK, "connect")
	var first := await _welcome(listener, "a")
	await _until(func() -> bool: return _has("client: connected"))
	first.disconnect_from_host()
	_log.clear()
	var more := '{"type":"note","text":"hello","$seq":1}\n{"gdwire":"bye"}\n'
	var second := await _welcome(listener, "b", more)
	await _until(func() -> bool: return _client.peer() == null)
	var lost := "the peer has it no more: it was started anew, or it gave the session up"
	equal(_log, [
		"client: lost 0: " + lost, "client: disconnected " + lost, "client: connected",
		"client: note hello", "client: disconnected the peer ended the session",
	], "signals")
	second.disconnect_from_host()
	listener.stop()


func test_a_client_may_be_closed_in_a_handler_of_what_a_try_tells() -> void:
	await _connect_over_relay()
	_client.problem.connect(_close_on_problem)
	var false_server := TCPServer.new()
	equal(false_server.listen(0, "127.0.0.1"), OK, "listens")
	_client._route.port = false_server.get_local_port()
	_log.clear()
	_relay.cut()
	var raw: StreamPeerTCP = null
	for i: int in 2000:
		_poll_all()
		if raw == null and false_server.is_connection_available():
			raw = false_server.take_connection()
			raw.put_data('{"gdwire":"welcome","wire":1}\n'.to_utf8_buffer())
		if _client.peer() == null:
			break
		await frame()
	equal(_log.filter(func(line: String) -> bool: return not line.begins_with("server")).slice(-2), [
		"closes", "client: disconnected this side closed the connection",
	], "the end")
	equal([_client.peer(), _client._next_try], [null, 0], "nothing is left")
	false_server.stop()
	_end()


func test_who_is_not_resumed_in_time_is_lost_on_both_sides() -> void:
	_server.resume_timeout_s = 0.3
	_client.resume_timeout_s = 0.3
	await _connect_over_relay()
	_log.clear()
	_relay.is_up = false
	_relay.cut()
	await _until_all(_client.peer().is_suspended)
	_client.peer().send(ToyMessage.of("note", "lost"))
	await _until_all(func() -> bool: return _client.peer() == null and _server.peers().is_empty())
	var told := _log.filter(func(line: String) -> bool: return line.contains(" lost ") or line.contains("disconnected"))
	equal(told.size(), 4, "%s" % [told])
	for side: String in ["client", "server"]:
		var start := "%s: lost %d: nobody resumed it within 0.3 s" % [side, 1 if side == "client" else 0]
		check(told.any(func(line: String) -> bool: return line.begins_with(start)), "%s: %s" % [start, told])
	_end()


func test_too_much_for_a_suspended_peer_is_busy() -> void:
	_client.kept_bytes = 1000
	await _connect_over_relay()
	_relay.is_up = false
	_relay.cut()
	await _until_all(_client.peer().is_suspended)
	var sent := 0
	while _client.peer().send(ToyMessage.of("note", "%d" % sent)) == OK:
		sent += 1
	equal(_client.peer().send(ToyMessage.of("note", "more")), ERR_BUSY, "error")
	check(sent > 15 and sent < 30, "%d lines" % sent)
	_relay.is_up = true
	await _until_all(func() -> bool: return _notes("server").size() == sent)
	await _until_all(func() -> bool: return _client.peer().unacknowledged() == 0)
	equal(_client.peer().send(ToyMessage.of("note", "again")), OK, "there is room again")
	await _until_all(func() -> bool: return _has("server: note again"))
	_end()


func test_goodbye_ends_a_session_at_once_on_both_sides() -> void:
	await _connect_over_relay()
	_log.clear()
	equal(_client.peer().send(ToyMessage.of("note", "last")), OK, "send")
	_client.close()
	await _until_all(func() -> bool: return _server.peers().is_empty())
	equal(_log, [
		"client: disconnected this side closed the connection", "server: note last",
		"server: disconnected the peer ended the session",
	], "the client's")
	equal(_server._sessions.size(), 0, "no session is left")
	_log.clear()
	equal(_client.connect_to("127.0.0.1", _server.port()), OK, "again")
	await _until_all(func() -> bool: return _log.size() == 2)
	_log.clear()
	_server.peers()[0].close("enough")
	await _until_all(func() -> bool: return _client.peer() == null)
	equal(_log, [
		"server: disconnected enough", "client: disconnected the peer ended the session",
	], "the server's")
	_end()


func test_a_suspended_peer_keeps_its_place_and_may_come_back_to_a_full_server() -> void:
	_server.max_peers = 1
	await _connect_over_relay()
	_relay.is_up = false
	_relay.cut()
	await _until_all(_client.peer().is_suspended)
	var second := GdwireClient.new()
	second.use(ToyDispatcher.new())
	second.problem.connect(_on_problem.bind("second"))
	equal(second.connect_to("127.0.0.1", _server.port()), OK, "a second")
	while second.peer() != null:
		second.poll()
		_poll_all()
		await frame()
	var told: String = _log.filter(func(line: String) -> bool: return line.begins_with("second"))[0]
	check(told.contains("busy"), told)
	_log.clear()
	_relay.is_up = true
	await _until_all(func() -> bool: return _has("client: resumed") and _has("server: resumed"))
	equal(_server.peers().size(), 1, "peers")
	_end()


func test_a_new_connection_takes_over_though_the_server_has_not_noticed_the_break() -> void:
	await _connect_over_relay()
	var at_server := _server.peers()[0]
	_log.clear()
	# The client's side of the stream breaks; the relay does not tell the server.
	var old_far: StreamPeerTCP = _relay._pairs[0].far
	_relay._pairs[0].near.disconnect_from_host()
	_relay._pairs.clear()
	await _until_all(func() -> bool: return _has("server: resumed"))
	equal(old_far.get_status(), StreamPeerTCP.STATUS_CONNECTED, "not noticed")
	equal(_log.filter(func(line: String) -> bool: return line.begins_with("server")), [
		"server: suspended the peer connected again", "server: resumed",
	], "signals")
	equal(_server.peers(), [at_server], "the same peer")
	old_far.poll()
	await _until_all(func() -> bool:
		old_far.poll()
		return old_far.get_status() != StreamPeerTCP.STATUS_CONNECTED)
	_end()


func test_without_sessions_on_one_side_all_is_as_before() -> void:
	_client.reconnect = true
	_wire_up_client()
	_listen()
	equal(_client.connect_to("127.0.0.1", _server.port()), OK, "connect")
	await _until(func() -> bool: return _log.size() >= 3)
	check(_log.has("client: problem the server keeps no sessions: a connection that breaks is not made"
		+ " anew"), "%s" % [_log])
	check(not _client.peer().has_session() and not _server.peers()[0].has_session(), "none")
	equal(_client.peer().send(ToyMessage.of("note", "a")), OK, "send")
	equal(_client.peer().unacknowledged(), 0, "nothing is kept")
	_server.stop()
	await _until(func() -> bool: return _client.peer() == null)
	_stop()


## A bare socket sees that a promise is kept, and that no more is sent than it takes.
func test_signs_of_life_while_nothing_is_sent_and_when_paused() -> void:
	_server.silence_s = 0.3
	_listen()
	var raw := await _raw()
	raw.put_data(('{"gdwire":"hello","wire":1,"library":"test","protocols":[{"name":"toy","version":"1.0",'
		+ '"fingerprint":"f-n1-"}],"features":[],"maxFrame":1048576}\n').to_utf8_buffer())
	var text := await _hear(raw, "\n\n\n")
	check(text.contains('"silence":300'), text)
	check(text.ends_with("}\n\n\n"), "nothing but two empty lines: " + text.c_escape())
	_tree.paused = true
	var began := Time.get_ticks_msec()
	while Time.get_ticks_msec() - began < 400:
		await frame()
	raw.poll()
	var paused := _read(raw)
	check(paused.ends_with('{"gdwire":"away"}\n'), paused.c_escape())
	# What it says meanwhile ends that it is away, so it says so again; and only then.
	equal(_server.broadcast(ToyMessage.of("note", "still paused")), 1, "sent while paused")
	for i: int in 5:
		await frame()
	_tree.paused = false
	raw.poll()
	paused = _read(raw)
	equal(paused, '{"type":"note","text":"still paused"}\n{"gdwire":"away"}\n', "away again, once")
	text = await _hear(raw, "}\n")
	check(text.contains('"ping"'), text.c_escape())
	_stop()


func test_a_peer_that_breaks_its_promise_is_dead() -> void:
	_server.silence_s = 0.0
	_listen()
	var raw := await _raw()
	raw.put_data(('{"gdwire":"hello","wire":1,"library":"test","protocols":[{"name":"toy","version":"1.0",'
		+ '"fingerprint":"f-n1-"}],"features":[],"maxFrame":1048576,"silence":200}\n').to_utf8_buffer())
	await _until(func() -> bool: return _has("server: connected"))
	await _until(func() -> bool: return _server.peers().is_empty())
	equal(_log.back(), "server: disconnected nothing came from the peer for 0.2 s, though it promised"
		+ " signs of life: it is gone, or stands still without having said so", "reason")
	_stop()


## Takes the client's next connection, and welcomes it to a session.
func _welcome(listener: TCPServer, id: String, more: String = "") -> StreamPeerTCP:
	for i: int in 2000:
		_client.poll()
		if listener.is_connection_available():
			break
		await frame()
	var raw := listener.take_connection()
	var welcome := (
		'{"gdwire":"welcome","wire":1,"library":"test","protocols":[{"name":"toy","version":"1.0",'
		+ '"fingerprint":"f-n1-"}],"features":["sessions"],"maxFrame":1048576,"session":{"id":"%s",'
		+ '"received":0}}\n'
	) % id.repeat(32)
	raw.put_data((welcome + more).to_utf8_buffer())
	return raw


## What comes until it ends so.
func _hear(raw: StreamPeerTCP, end: String) -> String:
	var text := ""
	for i: int in 2000:
		_server.poll()
		raw.poll()
		text += _read(raw)
		if text.ends_with(end):
			break
		await frame()
	return text


static func _read(raw: StreamPeerTCP) -> String:
	if raw.get_available_bytes() == 0:
		return ""
	var part: Array = raw.get_partial_data(raw.get_available_bytes())
	var bytes: PackedByteArray = part[1]
	return bytes.get_string_from_utf8()


func _answer_after_resume(query: ToyMessage, _peer: GdwireConnection) -> GdwireMessage:
	_log.append("server: asked")
	while not _has("server: resumed"):
		await frame()
	return ToyMessage.of("result", "of " + query.text)


func _connect_over_relay() -> void:
	_server.sessions = true
	_client.reconnect = true
	_listen()
	_wire_up_client()
	for side: Array in [[_server, "server"], [_client, "client"]]:
		var endpoint: GdwireEndpoint = side[0]
		endpoint.peer_suspended.connect(_on_suspended.bind(side[1]))
		endpoint.peer_resumed.connect(_on_resumed.bind(side[1]))
		endpoint.session_lost.connect(_on_lost.bind(side[1]))
	equal(_client.connect_to("127.0.0.1", _relay.start(_server.port())), OK, "connect")
	await _until_all(func() -> bool: return _log.size() >= 2)
	check(_client.peer().has_session() and _server.peers()[0].has_session(), "sessions")


func _end() -> void:
	_stop()
	_relay.stop()


func _poll_all() -> void:
	_relay.poll()
	_server.poll()
	_client.poll()


func _until_all(condition: Callable) -> void:
	for i: int in 3000:
		_poll_all()
		if condition.call():
			return
		await frame()
	check(false, "it never came; so far: %s" % [_log.slice(-20)])


func _has(line: String) -> bool:
	return _log.has(line)


func _notes(side: String) -> Array:
	var start := side + ": note "
	return _log.filter(func(line: String) -> bool: return line.begins_with(start)).map(
		func(line: String) -> String: return line.trim_prefix(start)
	)


func _close_on_problem(text: String, _peer: GdwireConnection) -> void:
	if text.contains("the first line: "):
		_log.append("closes")
		_client.close()


func _on_suspended(_peer: GdwireConnection, reason: String, side: String) -> void:
	_log.append("%s: suspended %s" % [side, reason])


func _on_resumed(_peer: GdwireConnection, side: String) -> void:
	_log.append("%s: resumed" % side)


func _on_lost(_peer: GdwireConnection, reason: String, count: int, side: String) -> void:
	_log.append("%s: lost %d: %s" % [side, count, reason])
