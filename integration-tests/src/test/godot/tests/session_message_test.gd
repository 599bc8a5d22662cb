extends "session_case.gd"
## Messages of the session: those that arrive, and those that cannot be used or sent.


func test_messages_arrive_cut_anywhere_and_together() -> void:
	var bytes := (HELLO + '{"type":"note","text":"a€"}\n\n{"text":"b","type":"note"}\r\n').to_utf8_buffer()
	for cut: int in bytes.size() + 1:
		var session := _acceptor()
		session.receive(bytes.slice(0, cut), 0)
		session.receive(bytes.slice(cut), 0)
		var events := _events(session)
		if events != ["OPENED", "MESSAGE note a€", "MESSAGE note b"]:
			equal(events, ["OPENED", "MESSAGE note a€", "MESSAGE note b"], "cut at %d" % cut)
			return
	check(true, "every cut")


func test_lines_that_cannot_be_used_are_reported_to_both_and_harm_nothing() -> void:
	_reported("nonsense\n", "malformed")
	_reported("[]\n", "malformed")
	_reported('{"type":"note","$id":0}\n', "malformed")
	_reported('{"type":"note","$id":"x"}\n', "malformed")
	_reported('{"type":"note","type":"note"}\n', "malformed")
	_reported('{"text":"no tag"}\n', "unknown_type")
	_reported('{"type":7}\n', "unknown_type")
	_reported('{"type":"strange"}\n', "unknown_type")
	_reported('{"type":"note","text":5}\n', "invalid_message")
	_reported('{"type":"shout","text":""}\n', "wrong_direction")
	_reported('{"type":"note","text":"","$re":77}\n', "unexpected")
	_reported('{"type":"note","text":"","$id":5}\n', "unexpected")
	_reported(HELLO, "unexpected")
	_reported("x".repeat(1048577) + "\n", "too_long")


func test_a_fault_carries_its_path_and_the_request() -> void:
	var session := _open()
	_feed(session, '{"type":"ask","text":5,"$id":9}\n')
	equal(_lines(session)[0], {
		"gdwire": "error", "code": "invalid_message", "path": "$.text", "$re": 9.0,
		"message": "$.text: expected string, got something else",
	}, "error")


func test_errors_are_limited_but_not_those_that_answer() -> void:
	var session := _open()
	_feed(session, "x\n".repeat(100))
	equal(_lines(session).size(), 20, "in a row")
	session.receive("x\n".repeat(100).to_utf8_buffer(), 500_000)
	equal(_lines(session).size(), 5, "half a second later")
	session.receive('{"type":"ask","text":5,"$id":9}\n'.to_utf8_buffer(), 500_000)
	equal(_lines(session).size(), 1, "with $re")


func test_errors_are_never_answered_with_errors() -> void:
	var session := _open()
	_feed(session, '{"gdwire":"error","code":"malformed","message":"m"}\n')
	_feed(session, '{"gdwire":"error","code":"malformed","message":"m","$re":5}\n')
	equal(session.take_output().size(), 0, "nothing is sent")
	equal(_events(session), [
		"PROBLEM the peer could not use a line: malformed: m",
		"PROBLEM the peer could not use a line: malformed: m",
	], "but it is told")


func test_a_ping_is_answered() -> void:
	var session := _open()
	_feed(session, '{"gdwire":"ping","nonce":12}\n')
	equal(_lines(session), [{"gdwire": "pong", "nonce": 12.0}], "pong")


func test_what_cannot_be_sent_is_an_error_and_a_problem() -> void:
	var session := _open()
	equal(session.send(ToyMessage.of("order")), ERR_UNAUTHORIZED, "wrong direction")
	equal(session.send(ToyMessage.of("strange")), ERR_INVALID_PARAMETER, "unknown")
	equal(session.send(ToyMessage.of("note", "x".repeat(1001))), ERR_INVALID_DATA, "invalid")
	equal(session.send_json({}), ERR_UNCONFIGURED, "plain")
	equal(_outcome(session.request(ToyMessage.of("note"), 9)),
		"the request was not sent: Invalid parameter", "no request")
	session.close("done")
	equal(session.send(ToyMessage.of("note")), ERR_UNCONFIGURED, "closed")
	equal(session.take_output().size(), 0, "nothing was sent")
	equal(_events(session), [
		"PROBLEM order was not sent: only the Java side may send it",
		"PROBLEM strange was not sent: no protocol that both peers speak has it",
		"PROBLEM note was not sent: $.text: expected at most 1000 characters, got 1001 characters",
		"PROBLEM a JSON object was not sent: the peer is not in plain mode",
		"PROBLEM note is no request: its schema names no reply",
		"ANSWERED", "CLOSED done",
		"PROBLEM note was not sent: the connection is closed",
	], "events")


func test_a_line_longer_than_the_peer_takes_is_not_sent() -> void:
	var session := _acceptor()
	_feed(session, HELLO.replace("1048576", "1024"))
	session.take_output()
	equal(session.send(ToyMessage.of("note", "ü".repeat(900))), ERR_PARAMETER_RANGE_ERROR, "error")
	equal(session.take_output().size(), 0, "nothing was sent")


func test_the_end_in_the_middle_of_a_line_is_reported() -> void:
	var session := _open()
	_feed(session, '{"type":"no')
	session.end_of_stream()
	session.end_of_stream()
	equal(_events(session), [
		"PROBLEM truncated: the connection ended in the middle of a line, after 11 bytes of it: each"
		+ " line needs a newline at its end",
		"CLOSED the peer closed the connection",
	], "events")


## "away" is base64 too, so a blob may stand for it.
func test_a_tag_of_the_wire_may_stand_in_a_blob() -> void:
	var session := _acceptor()
	_feed(session, HELLO.replace('"features":[]', '"features":["blobs"]'))
	session.take_output()
	session.take_events()
	var bytes := "#3\n".to_utf8_buffer() + Marshalls.base64_to_raw("away")
	session.receive(bytes + '\n{"gdwire":{"$blob":0}}\n'.to_utf8_buffer(), 0)
	equal([session.take_output().size(), _events(session)], [0, []], "it is taken for what it is")
