extends "server_case.gd"
## Peers that do not read, or not soon, or are gone: nothing grows without a bound.

const LARGE := 100_000
## More answers than have room.
const MANY := 1000
const HELLO := '{"gdwire":"hello","wire":1,"library":"test","protocols":[{"name":"toy",' \
	+ '"version":"1.0","fingerprint":"f-n1-"}],"features":[],"maxFrame":1048576}\n'

var _asked: int = 0
var _may_answer: bool = true


class LargeResult:
	extends "toy/toy_message.gd"

	func _init() -> void:
		_tag = "result"
		text = "x".repeat(LARGE)

	func validate() -> String:
		return ""


func test_who_asks_and_does_not_read_is_not_answered_without_a_bound() -> void:
	var raw := await _deaf()
	var peer := _server.peers()[0]
	_ask_often(raw, MANY)
	var most := 0
	for i: int in 100:
		_server.poll()
		most = maxi(most, peer.queued_bytes())
		await frame()
	check(_asked > 200 and _asked < 350, "%d requests were handed on" % _asked)
	check(most > GdwireConnection.MAX_QUEUED, "%d bytes waited" % most)
	check(most < 2 * GdwireConnection.MAX_QUEUED, "%d bytes waited at most" % most)
	check(peer.is_open(), "it is only not read: %s" % [_log])
	# It catches up.
	# The welcome is a line too.
	var taken := -1
	for i: int in 3000:
		_server.poll()
		raw.poll()
		if raw.get_available_bytes() > 0:
			var part: Array = raw.get_partial_data(raw.get_available_bytes())
			var bytes: PackedByteArray = part[1]
			taken += bytes.get_string_from_ascii().count("\n")
		if taken >= MANY:
			break
	equal([_asked, taken], [MANY, MANY], "all are answered")
	_stop()


func test_who_says_what_takes_long_lets_others_go_first() -> void:
	var raw := await _deaf()
	var slow := _server.peers()[0]
	var zeros := "0,".repeat(200_000)
	var line := '{"type":"nobody_knows","a":[%s0]}\n' % zeros
	raw.put_data(line.to_utf8_buffer())
	await _until_quiet(raw)
	check(slow.rests_until_usec <= Time.get_ticks_usec(), "who is alone need not wait")
	_wire_up_client()
	equal(_client.connect_to("127.0.0.1", _server.port()), OK, "connect")
	await _until(func() -> bool: return _server.peers().size() == 2)
	_server.poll_budget_ms = 0.5
	raw.put_data((line + line).to_utf8_buffer())
	var has_rested := false
	for i: int in 200:
		_server.poll()
		_client.poll()
		var now := Time.get_ticks_usec()
		has_rested = has_rested or slow.rests_until_usec > now
		check(_server.peers()[1].rests_until_usec <= now, "the other one never waits")
		await frame()
	check(has_rested, "it waited for the other one")
	_stop()


func test_what_waits_for_a_peer_that_does_not_read_does_not_kill_it_while_it_speaks() -> void:
	var raw := await _deaf(',"silence":600')
	var peer := _server.peers()[0]
	_ask_often(raw, MANY)
	var until := Time.get_ticks_msec() + 1500
	while Time.get_ticks_msec() < until:
		raw.put_data("\n".to_utf8_buffer())
		_server.poll()
		await frame()
	check(peer.is_overloaded(), "its lines wait")
	check(peer.is_open(), "it lives: %s" % [_log])
	_stop()


func test_a_request_to_a_peer_that_does_not_read_ends_in_time() -> void:
	var raw := await _deaf()
	var peer := _server.peers()[0]
	_ask(peer, ToyMessage.of("query", "q"), 3.0)
	_ask_often(raw, MANY)
	await _until(func() -> bool: return not _answers.is_empty())
	check(peer.is_overloaded(), "its lines wait")
	equal(_text_of(_answers[0]), "no answer came in time", "answer")
	_stop()


func test_too_many_answers_at_once_end_the_connection() -> void:
	var raw := await _deaf()
	var peer := _server.peers()[0]
	_may_answer = false
	_ask_often(raw, MANY)
	await _until(func() -> bool: return _asked == MANY)
	_may_answer = true
	await _until(func() -> bool: return _server.peers().is_empty())
	equal(peer.queued_bytes(), 0, "nothing is kept")
	var last: String = _log[-1]
	check(last.begins_with("server: disconnected the peer reads too slowly: "), last)
	check(last.contains("MAX_QUEUED, %d" % GdwireConnection.MAX_QUEUED), last)
	_stop()


func test_two_sides_that_send_all_they_can_both_go_on() -> void:
	await _connect()
	_log.clear()
	var text := "x".repeat(1000)
	var counts: Array[int] = [0, 0]
	var peers: Array[GdwireConnection] = [_client.peer(), _server.peers()[0]]
	for turn: int in 2:
		# Both sides stand at their limit before either reads.
		for i: int in 2:
			while peers[i].send(ToyMessage.of("note", text)) == OK:
				counts[i] += 1
			check(peers[i].queued_bytes() > GdwireConnection.MAX_QUEUED, "full")
		_server.poll()
	_server_toy.note.disconnect(_on_note)
	_client_toy.note.disconnect(_on_note)
	var taken: Array[int] = [0, 0]
	for line: String in _log:
		if line.begins_with("server: note"):
			taken[0] += 1
	_server_toy.note.connect(_count.bind(taken, 0))
	_client_toy.note.connect(_count.bind(taken, 1))
	await _until(func() -> bool: return taken == counts)
	equal(taken, counts, "all came")
	_stop()


func test_a_handler_of_problems_that_makes_another_does_not_hold_up_the_game() -> void:
	await _connect()
	var peer := _server.peers()[0]
	var count: Array[int] = [0]
	_server.problem.connect(func(_text: String, its_peer: GdwireConnection) -> void:
		count[0] += 1
		if count[0] < 5000 and its_peer != null:
			its_peer.send(ToyMessage.of("order", "never sent"))
	)
	peer.send(ToyMessage.of("order", "never sent"))
	_server.poll()
	equal(count[0], 1, "one at each poll")
	_server.poll()
	equal(count[0], 2, "the next one at the next")
	peer.close("enough")
	_server.poll()
	check(count[0] < 10, "%d at the end" % count[0])
	check(_log.has("server: disconnected enough"), "the end is told")
	_stop()


func test_calls_on_a_peer_that_is_over_keep_nothing() -> void:
	await _connect()
	var peer := _server.peers()[0]
	_client.close()
	await _until(func() -> bool: return _server.peers().is_empty())
	_server.poll()
	for i: int in 100:
		equal(peer.send(ToyMessage.of("note", "late")), ERR_UNCONFIGURED, "send")
		equal(peer.send_json({}), ERR_UNCONFIGURED, "send_json")
		equal(peer.say_away(), ERR_UNCONFIGURED, "say_away")
		var answer := await peer.request(ToyMessage.of("query", "late"))
		equal(answer.error, "the request was not sent: the connection is closed", "request")
		peer.reply(1, ToyMessage.of("result"))
		peer.close()
	equal(peer.take_events().size(), 0, "events")
	equal(peer.queued_bytes(), 0, "bytes")
	_stop()


func _count(_message: ToyMessage, _peer: GdwireConnection, taken: Array[int], side: int) -> void:
	taken[side] += 1


## A peer whose handshake is done, and that reads nothing from now on.
func _deaf(promise: String = "") -> StreamPeerTCP:
	_server_toy.query_handler = _answer_large
	_server.max_open_requests = MANY
	_listen()
	var raw := await _raw()
	raw.put_data(HELLO.replace("}\n", promise + "}\n").to_utf8_buffer())
	_server.poll_budget_ms = 500.0
	await _until(func() -> bool: return _server.peers().size() == 1)
	return raw


func _ask_often(raw: StreamPeerTCP, count: int) -> void:
	var lines := PackedStringArray()
	for id: int in count:
		lines.append('{"type":"query","text":"","$id":%d}\n' % (id + 1))
	raw.put_data("".join(lines).to_utf8_buffer())


func _answer_large(_query: ToyMessage, _peer: GdwireConnection) -> GdwireMessage:
	_asked += 1
	while not _may_answer:
		await frame()
	return LargeResult.new()


## Polls until the server has read what was sent.
func _until_quiet(raw: StreamPeerTCP) -> void:
	for i: int in 100:
		_server.poll()
		raw.poll()
		await frame()
