extends "session_case.gd"
## Plain mode of the session: peers that know nothing of Gdwire, silent and paced ones too.

const PlainTalk = preload("res://addons/gdwire/plain_talk.gd")


func test_a_plain_peer_is_served_where_that_is_allowed() -> void:
	var settings := _settings(Settings.Role.ACCEPTOR)
	settings.plain = true
	var session := Session.new(settings)
	session.start(0)
	_feed(session, '{"hello":"world"}\n{"type":"note"}\nnonsense\n{"gdwire":"ping","nonce":1}\n')
	equal(_events(session), [
		"OPENED", 'JSON { "hello": "world" }', 'JSON { "type": "note" }',
		"PROBLEM malformed: no JSON: Expected 'true', 'false', or 'null', got 'nonsense'",
		'JSON { "gdwire": "ping", "nonce": 1.0 }',
	], "events")
	equal(session.take_output().size(), 0, "nothing of the library's own is sent")
	equal(session.send_json({"a": "x\u000b\u0001y"}), OK, "send")
	equal(session.take_output().get_string_from_utf8(), '{"a":"x\\u000b\\u0001y"}\n', "line")
	equal(session.send_json({"a": NAN}), ERR_INVALID_DATA, "no JSON")
	equal(session.send(ToyMessage.of("note")), ERR_UNCONFIGURED, "typed")
	var typed := Session.new(settings)
	typed.start(0)
	_feed(typed, HELLO)
	equal(typed.state, Session.State.OPEN, "a hello is still a hello")


func test_a_silent_peer_is_plain_when_the_deadline_passes_where_that_is_allowed() -> void:
	var session := _plain_acceptor()
	_feed(session, "\n\r\n")
	session.advance(9_999_999)
	equal(_events(session), [], "empty lines say nothing")
	session.advance(10_000_000)
	equal(_events(session), ["OPENED"], "at the deadline")
	equal(session.send_json({"your": "turn"}), OK, "the game speaks first")
	equal(_lines(session), [{"your": "turn"}], "line")
	session.advance(90_000_000)
	_feed(session, '{"hello":"world"}\n{"gdwire":"hello"}\n')
	equal(_events(session), ['JSON { "hello": "world" }', 'JSON { "gdwire": "hello" }'], "objects")
	equal(session.take_output().size(), 0, "nothing of the library's own is sent")


func test_half_a_line_at_the_deadline_is_too_late_though_plain_is_allowed() -> void:
	var text := "the first line was not whole within 10.0 s: end each line with a newline"
	for half: String in ['{"hello":', HELLO.left(40)]:
		var session := _plain_acceptor()
		_feed(session, half)
		session.advance(10_000_000)
		equal(_lines(session), [{"gdwire": "reject", "code": "too_late", "message": text}], "line")
		equal(_events(session), ["CLOSED this side refused the peer: too_late: " + text], "events")


func test_a_hello_after_the_deadline_is_too_late_and_no_plain_object() -> void:
	var session := _plain_acceptor()
	session.advance(10_000_000)
	_feed(session, HELLO)
	equal(_lines(session)[0]["code"], "too_late", "code")
	equal(_events(session), ["OPENED", "CLOSED this side refused the peer: too_late: the hello came"
		+ " after more than 10.0 s, when the peer counted as plain already: say hello at once"], "events")
	session = _plain_acceptor()
	session.advance(10_000_000)
	_feed(session, 'nonsense\n{"gdwire":5}\n')
	equal(session.state, Session.State.PLAIN, "others are plain")
	session = _plain_acceptor()
	session.advance(10_000_000)
	_feed(session, '{"gdwire":{}}\n')
	equal(session.state, Session.State.PLAIN, "others are plain")


func test_a_paced_peer_gets_one_line_for_each_of_its() -> void:
	var settings := _settings(Settings.Role.INITIATOR)
	settings.plain = true
	settings.paced = true
	var session := Session.new(settings)
	session.start(0)
	equal(session.state, Session.State.PLAIN, "plain at once")
	for i: int in 3:
		equal(session.send_json({"n": i}), OK, "send")
	equal(_lines(session), [{"n": 0.0}], "the first")
	_feed(session, '{"r":0}\n')
	equal(_lines(session), [{"n": 1.0}], "the second")
	_feed(session, "nonsense\n")
	equal(_lines(session), [{"n": 2.0}], "the third")
	_feed(session, '{"r":0}\n')
	equal(_lines(session), [], "no more")
	for i: int in PlainTalk.MAX_PACED + 1:
		equal(session.send_json({}), OK, "the first leaves, the others wait")
	equal(session.send_json({}), ERR_BUSY, "too many wait")


func test_a_first_line_of_a_browser_ends_the_connection() -> void:
	for target: String in ["/x?a=b", "/" + "y".repeat(300)]:
		for wait: int in [0, 10_000_000]:
			var session := _plain_acceptor()
			session.advance(wait)
			_feed(session, '\r\nPOST %s HTTP/1.1\r\nHost: localhost\r\n\r\n{"n":1}\n' % target)
			_is_stranger(session, "the first line is an HTTP request (POST %s" % target.left(70))


func test_a_first_line_that_is_no_text_or_too_long_ends_the_connection() -> void:
	var session := _plain_acceptor()
	session.receive(PackedByteArray([22, 3, 1, 10]) + '{"n":1}\n'.to_utf8_buffer(), 0)
	_is_stranger(session, "the peer speaks TLS here: one side uses TLS, the other does not")
	session = _plain_acceptor()
	session.receive(PackedByteArray([5, 1, 0, 10]) + '{"n":1}\n'.to_utf8_buffer(), 0)
	_is_stranger(session, "the first line is no text but a binary protocol, perhaps of a web page")
	for wait: int in [0, 10_000_000]:
		session = _plain_acceptor()
		session.advance(wait)
		_feed(session, "GET /" + "x".repeat(1 << 20) + ' HTTP/1.1\r\n\r\n{"n":1}\n')
		_is_stranger(session, "the first line has more than 1048576 bytes, the most that it may have here")


func test_later_lines_of_a_plain_peer_may_be_anything() -> void:
	var session := _plain_acceptor()
	_feed(session, '{"url": "GET / HTTP/1.1"}\nGET / HTTP/1.1\n\u0016\n{"n":1}\n')
	equal(_events(session)[-1], 'JSON { "n": 1.0 }', "the last")
	for first: String in ['{\t"a":1}', "GET / HTTP", "GET / HTTP/x", "HTTP/1.1", "x"]:
		session = _plain_acceptor()
		_feed(session, first + "\n")
		equal(session.state, Session.State.PLAIN, first)


func _is_stranger(session: Session, text: String) -> void:
	equal(_lines(session)[0]["code"], "not_a_hello", "code")
	var events := _events(session)
	var last: String = events[-1]
	check(last.begins_with("CLOSED this side refused the peer: not_a_hello: " + text), last)
	check(not str(events).contains('"n"'), "nothing is handed on: %s" % [events])
