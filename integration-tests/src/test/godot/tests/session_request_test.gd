extends "session_case.gd"
## Requests of the session, of the peer and of ours: each ends exactly once.


func test_a_request_of_the_peer_is_answered_once() -> void:
	var session := _open()
	_feed(session, '{"type":"ask","text":"q","$id":3}\n{"type":"ask","text":"q","$id":3}\n')
	equal(_events(session), [
		"REQUEST 3 ask q", "PROBLEM unexpected: the request 3 is being answered already",
	], "events")
	session.take_output()
	equal(session.reply(3, ToyMessage.of("told", "a"), 0), OK, "reply")
	equal(_lines(session), [{"type": "told", "text": "a", "$re": 3.0}], "line")
	equal(session.reply(3, ToyMessage.of("told", "a"), 0), ERR_DOES_NOT_EXIST, "again")


func test_a_handler_that_fails_or_answers_wrongly_is_an_error() -> void:
	for wrong: ToyMessage in [null, ToyMessage.of("note"), ToyMessage.of("told", "x".repeat(1001))]:
		var session := _open()
		_feed(session, '{"type":"ask","text":"q","$id":3}\n')
		equal(session.reply(3, wrong, 0), ERR_INVALID_DATA, "reply")
		var line := _lines(session)[0]
		equal([line["code"], line["$re"]], ["handler_failed", 3.0], "error")
	var unanswered := _open()
	_feed(unanswered, '{"type":"ask","text":"q","$id":3}\n')
	unanswered.refuse(3, "ask", 0)
	equal(_lines(unanswered)[0]["code"], "no_handler", "no handler")


func test_a_request_of_ours_completes_exactly_once() -> void:
	_completes('{"type":"result","text":"42","$re":1}\n', "result 42")
	_completes(
		'{"gdwire":"error","code":"handler_failed","message":"no","path":"$.x","$re":1}\n',
		"handler_failed: no (at $.x)"
	)
	_completes('{"type":"note","text":"","$re":1}\n', "the peer answered with note instead of result")
	_completes('{"type":"result","text":1,"$re":1}\n', "the peer answered with an invalid result")
	_completes('{"type":"what","$re":1}\n', "no message here is called what")
	_completes('{"type":"shout","$re":1}\n', "shout is sent by the Godot side only")
	_completes("TIME", "no answer came in time")
	_completes("END", "the connection ended: the peer closed the connection")


func test_requests_have_numbers_of_their_own() -> void:
	var session := _open()
	var first := session.request(ToyMessage.of("query"), 100)
	var second := session.request(ToyMessage.of("query"), 100)
	var lines := _lines(session)
	equal([lines[0]["$id"], lines[1]["$id"]], [1.0, 2.0], "numbers")
	_feed(session, '{"type":"result","text":"b","$re":2}\n{"type":"result","text":"a","$re":1}\n')
	equal([_outcome(first), _outcome(second)], ["result a", "result b"], "each its own")
