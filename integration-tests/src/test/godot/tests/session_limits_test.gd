extends "session_case.gd"
## Limits of a session: requests both ways, idle time, and what is handed on at once.


func test_a_welcome_may_be_longer_than_the_lines_that_the_peer_takes_afterwards() -> void:
	var settings := _settings(Settings.Role.ACCEPTOR)
	var toy: Toy = settings.protocols[0]
	toy.its_name = "toy" + "y".repeat(1500)
	var session := Session.new(settings)
	session.start(0)
	_feed(session, HELLO.replace('"toy"', '"%s"' % toy.its_name).replace("1048576", "1024"))
	equal(session.state, Session.State.OPEN, "open")
	equal(_lines(session).map(func(line: Dictionary) -> Variant: return line["gdwire"]), ["welcome"],
		"it is said")
	equal(_events(session), ["OPENED"], "and nothing is wrong")
	equal(session.send(ToyMessage.of("note", "ü".repeat(600))), ERR_PARAMETER_RANGE_ERROR, "later")


func test_one_request_too_many_of_this_side_is_not_sent() -> void:
	var session := _limited()
	var first := session.request(ToyMessage.of("query", "1"), 1000)
	session.request(ToyMessage.of("query", "2"), 1000)
	session.take_output()
	var third := session.request(ToyMessage.of("query", "3"), 1000)
	equal(_outcome(third), (
		"the request was not sent: 2 requests of this side wait for an answer, the most at once"
		+ " (max_requests): wait for some, or raise the limit"
	), "refused")
	equal(session.take_output().size(), 0, "nothing sent")
	_feed(session, '{"type":"result","text":"a","$re":1}\n')
	equal(_outcome(first), "result a", "the others do not notice")
	equal(_outcome(session.request(ToyMessage.of("query", "4"), 1000)), "waits", "again")


func test_one_request_too_many_of_the_peers_is_answered_with_an_error() -> void:
	var session := _limited()
	for id: int in 3:
		_feed(session, '{"type":"ask","text":"q","$id":%d}\n' % (id + 1))
	var text := (
		"2 requests are open already, the most at once (max_open_requests): wait for answers before"
		+ " you ask more, or raise the limit"
	)
	equal(_lines(session), [
		{"gdwire": "error", "code": "too_many_requests", "message": text, "$re": 3.0},
	], "error")
	equal(_events(session), [
		"REQUEST 1 ask q", "REQUEST 2 ask q", "PROBLEM too_many_requests: " + text,
	], "events")
	equal(session.reply(1, ToyMessage.of("told", "a"), 0), OK, "reply")
	_feed(session, '{"type":"ask","text":"q","$id":4}\n')
	equal(_events(session), ["REQUEST 4 ask q"], "there is room again")


func test_an_idle_connection_is_closed_and_signs_of_life_do_not_keep_it() -> void:
	var session := _limited()
	session.advance(1_000)
	_feed(session, '\n{"gdwire":"ping","nonce":1}\nno JSON\n')
	session.advance(40_000_999)
	equal(session.state, Session.State.OPEN, "before")
	session.advance(40_001_000)
	equal(session.state, Session.State.CLOSED, "after")
	equal(_events(session)[-1], (
		"CLOSED the connection carried nothing but signs of life for 40.0 s: send something, or raise"
		+ " the limit (idle_timeout_s)"
	), "reason")


func test_messages_either_way_and_open_requests_keep_a_connection() -> void:
	var session := _limited()
	session.advance(0)
	_feed(session, '{"type":"note","text":"x"}\n')
	session.advance(30_000_000)
	session.send(ToyMessage.of("note", "y"))
	session.advance(60_000_000)
	session.request(ToyMessage.of("query", "q"), 500_000_000)
	session.advance(99_000_000)
	session.advance(400_000_000)
	equal(session.state, Session.State.OPEN, "it waits for an answer")
	_feed(session, '{"type":"ask","text":"q","$id":1}\n{"type":"result","text":"","$re":1}\n')
	session.advance(499_000_000)
	session.advance(900_000_000)
	equal(session.state, Session.State.OPEN, "somebody else does")
	session.reply(1, ToyMessage.of("told", "a"), 900_000_000)
	session.advance(900_000_001)
	session.advance(939_000_000)
	equal(session.state, Session.State.OPEN, "not long enough")
	session.advance(941_000_000)
	equal(session.state, Session.State.CLOSED, "idle")


func test_no_more_than_ten_thousand_messages_wait_to_be_handed_on() -> void:
	var session := _open()
	_feed(session, '{"type":"note","text":"x"}\n'.repeat(25_000) + '{"type":"note","text":"last"}\n{"cut')
	var counts: Array[int] = []
	var last := ""
	while true:
		var events := _events(session)
		counts.append(events.size())
		last = str(events[-1])
		if not session.has_lines_left:
			break
		session.go_on(0)
	equal(counts, [10_000, 10_000, 5001], "at once")
	equal(last, "MESSAGE note last", "nothing is lost")
	session.end_of_stream()
	var cut: String = _events(session)[0]
	check(cut.begins_with("PROBLEM truncated: "), "what was cut off is told")


func test_nothing_of_a_line_is_kept_once_it_is_handed_on() -> void:
	var session := _open()
	var before := OS.get_static_memory_usage()
	_feed(session, '{"type":"nobody_knows","any":[0%s]}\n' % ",{}".repeat(200_000))
	session.take_events()
	session.take_output()
	_feed(session, "\n")
	var kept := OS.get_static_memory_usage() - before
	check(kept < 8 << 20, "%d bytes are kept" % kept)


func test_problems_that_a_peer_causes_are_told_within_a_budget() -> void:
	var session := _open()
	_feed(session, "garbage\n".repeat(1000))
	session.advance(0)
	var events := _events(session)
	equal(events.size(), 20, "in a row")
	session.advance(100_000)
	equal(_events(session), ["PROBLEM and 980 more problems that this peer caused"], "the rest")
	session.advance(200_000)
	equal(_events(session), [], "told once")
	for i: int in 30:
		equal(session.send(ToyMessage.of("order", "x")), ERR_UNAUTHORIZED, "not the peer's")
	equal(_events(session).size(), 30, "what this side causes is told")
	_feed(session, '{"type":"query","text":"q","$id":1}\n{"type":"query","text":"q","$id":2}\n')
	session.take_events()
	session.receive("garbage\n".repeat(100).to_utf8_buffer(), 200_000)
	session.refuse(1, "query", 200_000)
	session.reply(2, null, 200_000)
	session.close("done")
	events = _events(session)
	equal(events.slice(-2), [
		"PROBLEM and 101 more problems that this peer caused", "CLOSED done",
	], "all are counted at the end")


func _limited() -> Session:
	var settings := _settings(Settings.Role.ACCEPTOR)
	settings.max_requests = 2
	settings.max_open_requests = 2
	settings.idle_usec = 40_000_000
	var session := Session.new(settings)
	session.start(0)
	_feed(session, HELLO)
	session.take_output()
	session.take_events()
	return session
