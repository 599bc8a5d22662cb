extends "session_case.gd"
## Sessions without sockets, line by line: what is written, what breaks a connection, and what ends
## a session.

const Admission = preload("res://addons/gdwire/admission.gd")
const SessionGreeting = preload("res://addons/gdwire/session_greeting.gd")
const SessionRegistry = preload("res://addons/gdwire/session_registry.gd")
const ASKS := '{"gdwire":"hello","wire":1,"library":"test","protocols":[{"name":"toy",' \
	+ '"version":"1.0","fingerprint":"f-n1-"}],"features":["sessions"],"maxFrame":1048576,' \
	+ '"session":{"received":0}}\n'

var _registry: SessionRegistry = SessionRegistry.new()


func test_what_users_send_is_numbered_and_the_rest_is_not() -> void:
	var session := _with_session()
	session.send(ToyMessage.of("note", "a"))
	session.request(ToyMessage.of("query", "q"), 1000)
	_feed(session, '{"type":"ask","text":"q","$id":3,"$seq":1}\n{"gdwire":"ping","nonce":1}\n'
		+ '{"type":"ask","text":5,"$id":4,"$seq":2}\n{"type":"strange"}\n')
	session.reply(3, ToyMessage.of("told", "t"), 0)
	var lines := _lines(session)
	equal(lines.map(func(line: Dictionary) -> Variant: return line.get("$seq")),
		[1.0, 2.0, null, 3.0, null, 4.0], "numbers")
	equal(lines.map(func(line: Dictionary) -> Variant: return line.get("$ack")),
		[null, null, null, 2.0, null, null], "news goes along once")
	equal([lines[2]["gdwire"], lines[3]["code"], lines[4]["code"]],
		["pong", "invalid_message", "unknown_type"], "kinds")
	equal(session.unacknowledged(), 4, "kept")
	_feed(session, '{"gdwire":"ack","$ack":3}\n')
	equal(session.unacknowledged(), 1, "acknowledged")
	_feed(session, '{"gdwire":"ack","$ack":2}\n')
	equal(session.unacknowledged(), 1, "an older one says nothing")
	equal(session.take_output().size(), 0, "and gets nothing")
	_feed(session, '{"type":"note","text":"b","$seq":3,"$ack":9}\n')
	equal(_lines(session)[0]["code"], "unexpected", "more than was sent")
	equal(_events(session).slice(-2), [
		"PROBLEM unexpected: $ack is 9, which was never sent", "MESSAGE note b",
	], "the line is read nevertheless")


func test_what_was_taken_is_acknowledged_after_lines_bytes_or_time() -> void:
	var session := _with_session()
	for i: int in 63:
		_feed(session, '{"type":"note","$seq":%d}\n' % (i + 1))
	equal(session.take_output().size(), 0, "63 lines")
	_feed(session, '{"type":"note","$seq":64}\n')
	equal(_lines(session), [{"gdwire": "ack", "$ack": 64.0}], "64 lines")
	_feed(session, '{"type":"note","text":"%s","$seq":65}\n' % "x".repeat(66_000))
	equal(_lines(session), [{"gdwire": "ack", "$ack": 65.0}], "64 KiB")
	session.receive('{"type":"note","$seq":66}\n'.to_utf8_buffer(), 1_000_000)
	session.receive('{"type":"note","$seq":67}\n'.to_utf8_buffer(), 1_090_000)
	session.advance(1_099_999)
	equal(session.take_output().size(), 0, "99.999 ms")
	session.advance(1_100_000)
	equal(_lines(session), [{"gdwire": "ack", "$ack": 67.0}], "100 ms after the first")
	session.advance(9_000_000)
	equal(session.take_output().size(), 0, "once")


func test_going_away_leaves_no_acknowledgement_due_that_would_end_it() -> void:
	var session := _with_session()
	session.receive('{"type":"note","$seq":1}\n'.to_utf8_buffer(), 1_000_000)
	equal(session.say_away(0), OK, "said")
	equal(_lines(session), [{"gdwire": "away", "$ack": 1.0}], "with what was taken")
	session.advance(9_000_000)
	equal(session.take_output().size(), 0, "nothing follows")


func test_lines_that_came_before_are_passed_over_and_missing_ones_break_the_connection() -> void:
	var session := _with_session()
	_feed(session, '{"type":"note","text":"a","$seq":1}\n{"type":"note","text":"a","$seq":1}\n'
		+ '{"type":"note","text":"free"}\n{"type":"note","text":"c","$seq":3}\n'
		+ '{"type":"note","text":"b","$seq":2}\n')
	equal(_events(session), [
		"MESSAGE note a", "MESSAGE note free",
		"SUSPENDED a line did not come as it was sent: the line after 1 is missing, 3 came",
	], "nothing is read after the break")
	equal(session.take_output().size(), 0, "nothing is said")


func test_numbers_that_are_none_are_reported() -> void:
	for bad: String in ['"$seq":0', '"$seq":1.5', '"$seq":"1"', '"$seq":null', '"$seq":-1', '"$ack":-1',
		'"$ack":"x"', '"$seq":1,"$ack":[]']:
		var session := _with_session()
		_feed(session, '{"type":"note","text":"a",%s}\n' % bad)
		equal(_lines(session)[0]["code"], "malformed", bad)
		var problem: String = _events(session)[0]
		check(problem.begins_with("PROBLEM malformed: $"), bad)
		equal(session.state, Session.State.OPEN, bad)


func test_a_line_that_is_damaged_three_times_ends_the_session() -> void:
	var client := _initiator(null)
	var bad := PackedByteArray([0x7b, 0xff, 0x7d, 10])
	for turn: int in 3:
		equal(client.state, Session.State.OPEN, "turn %d" % turn)
		client.receive(bad, 0)
		if turn < 2:
			equal(client.state, Session.State.SUSPENDED, "turn %d" % turn)
			client = _resumed(client, 0)
	equal(_events(client), [
		"RESUMED", "LOST a line came damaged 3 times: no UTF-8",
		"CLOSED a line came damaged 3 times: no UTF-8",
	], "the end")
	equal(_lines(client).slice(-1), [{"gdwire": "bye"}], "it is said")


func test_lines_that_are_too_long_are_damage_too_and_progress_makes_it_new() -> void:
	var client := _initiator(null)
	for turn: int in 6:
		client.receive(("x".repeat(1_048_577) + "\n").to_utf8_buffer(), 0)
		equal(client.state, Session.State.SUSPENDED, "turn %d" % turn)
		client = _resumed(client, 0)
		_feed(client, '{"type":"note","$seq":%d}\n' % (turn + 1))
	equal(client.state, Session.State.OPEN, "the end")


func test_kept_lines_come_again_byte_for_byte_before_anything_new() -> void:
	var client := _initiator(null)
	_feed(client, '{"type":"note","$seq":1}\n')
	for text: String in ["a", "b", "c"]:
		client.send(ToyMessage.of("note", text))
	var first := client.take_output().get_string_from_utf8().split("\n", false)
	client.end_of_stream()
	client.send(ToyMessage.of("note", "d"))
	equal(client.take_output().size(), 0, "nothing is written while suspended")
	client = _resumed(client, 1)
	client.send(ToyMessage.of("note", "e"))
	var again := client.take_output().get_string_from_utf8().split("\n", false)
	var hello: Dictionary = JSON.parse_string(again[0])
	equal(hello["session"], {"id": "i".repeat(32), "received": 1.0}, "hello")
	equal(again.slice(1, 3), first.slice(1), "the same bytes")
	equal(again.slice(3), PackedStringArray([
		'{"type":"note","text":"d","$seq":4}', '{"type":"note","text":"e","$seq":5}',
	]), "then the rest")


func test_goodbye_tells_what_was_not_taken() -> void:
	var session := _with_session()
	session.send(ToyMessage.of("note", "a"))
	session.send(ToyMessage.of("note", "b"))
	var pending := session.request(ToyMessage.of("query", "q"), 1000)
	_feed(session, '{"gdwire":"bye","$ack":2}\n')
	equal(_events(session), [
		"LOST the peer ended the session", "ANSWERED", "CLOSED the peer ended the session",
	], "one is missing")
	equal(_outcome(pending), "the connection ended: the peer ended the session", "the request")
	equal(_registry.size(), 0, "gone")
	var other := _with_session()
	other.send(ToyMessage.of("note", "a"))
	_feed(other, '{"gdwire":"bye","$ack":1}\n')
	equal(_events(other), ["CLOSED the peer ended the session"], "nothing is missing")
	var without := _open()
	_feed(without, '{"gdwire":"bye"}\n')
	equal(_events(without), ["PROBLEM unexpected: bye after the handshake"], "without a session")


func test_a_session_that_cannot_be_resumed_is_lost_on_both_sides() -> void:
	# More than was ever sent, by a hello.
	var server := _with_session()
	var id := server.session_state().id
	server.end_of_stream()
	var next := _acceptor_of(_registry)
	_feed(next, _resume_line(id, 5))
	equal(_events(server), [
		"SUSPENDED the peer closed the connection",
		"LOST the peer says that it took 5 lines, which cannot be",
		"CLOSED the peer says that it took 5 lines, which cannot be",
	], "the old one")
	equal(_events(next), ["OPENED"], "the new one")
	var given: Dictionary = _lines(next)[0]["session"]
	var new_id: String = given["id"]
	check(new_id != id, "another id")
	equal(given["received"], 0.0, "new numbers")
	# And by a welcome.
	var client := _initiator(null)
	client.end_of_stream()
	var wrong := _resumed(client, 7)
	equal(_lines(wrong)[-1], {"gdwire": "bye"}, "bye")
	equal(_events(client).slice(-2), [
		"LOST the peer says that it took 7 lines, which cannot be",
		"CLOSED the peer says that it took 7 lines, which cannot be",
	], "client")


func test_other_features_than_before_are_a_loss_and_a_new_session() -> void:
	var server := _with_session()
	server.send(ToyMessage.of("note", "a"))
	var id := server.session_state().id
	server.end_of_stream()
	var next := _acceptor_of(_registry)
	_feed(next, _resume_line(id, 0).replace('["sessions"]', '["sessions","blobs"]'))
	equal(_events(server).slice(-2), [
		"LOST the connection carries something else than before",
		"CLOSED the connection carries something else than before",
	], "the old one")
	equal(_events(next), ["OPENED"], "the new one")


func test_a_hello_that_was_overtaken_harms_nothing() -> void:
	var server := _with_session()
	var id := server.session_state().id
	server.send(ToyMessage.of("note", "a"))
	_feed(server, '{"gdwire":"ack","$ack":1}\n')
	server.take_events()
	var late := _acceptor_of(_registry)
	_feed(late, _resume_line(id, 0))
	equal(_lines(late)[0]["code"], "too_late", "refused")
	equal(server.state, Session.State.OPEN, "the session lives")
	equal(_events(server), [], "and hears nothing of it")


## The acceptor may have resumed the session already, and a reject would end it.
func test_who_resumes_says_no_reject_to_a_welcome_that_is_damaged_or_wrong() -> void:
	var welcome := _welcome_line(0)
	for line: String in [
		welcome.replace('"wire":1', '"wire":9'), welcome.replace('"welcome"', '"welcomf"'),
		welcome.replace('"wire":1', '"wire":"1"'), welcome.replace('"sessions"', '7'), "no JSON\n",
		welcome.replace('"welcome"', '"hello"').replace('"test"', '"%s"' % "x".repeat(2000)),
		'{"gdwire":"challenge","nonce":"AAECAwQFBgcICQoL"}\n', '{"gdwire":"reject","code":7}\n', "{}\n",
		"x".repeat(20_000), char(22) + char(3),
	]:
		var client := _initiator(null)
		client.end_of_stream()
		var next := _initiator(client, 1024)
		next.take_output()
		_feed(next, line)
		equal(next.state, Session.State.CLOSED, line.left(60))
		equal(next.take_output().size(), 0, "nothing is said to " + line.left(60))
		check(not next.has_refused(), "nothing has to reach the peer")
		equal(client.state, Session.State.SUSPENDED, "the session waits on: " + line.left(60))
		next = _resumed(client, 0)
		equal(_events(next), ["RESUMED"], "and goes on")


func test_who_resumes_says_goodbye_to_protocols_that_do_not_fit() -> void:
	for pair: Array in [['"toy"', '"other"'], ['"1.0"', '"2.0"']]:
		var client := _initiator(null)
		client.end_of_stream()
		var next := _initiator(client)
		next.take_output()
		_feed(next, _welcome_line(0).replace(str(pair[0]), str(pair[1])))
		equal(_lines(next), [{"gdwire": "bye"}], str(pair))
		check(next.has_said_bye, "it must reach the peer")
		equal(next.state, Session.State.CLOSED, "the connection")
		equal(client.state, Session.State.CLOSED, "the session is lost")
		var told: String = _events(client)[-2]
		check(told.begins_with("LOST the peer carries what does not fit any more: "), told)


func test_refusals_of_a_resume() -> void:
	for code: String in ["busy", "too_late", "not_a_hello", "unauthorized", "fingerprint"]:
		var client := _initiator(null)
		client.end_of_stream()
		var next := _initiator(client)
		_feed(next, '{"gdwire":"reject","code":"%s","message":"m"}\n' % code)
		equal(next.state, Session.State.CLOSED, code)
		var passes := SessionGreeting.PASSING_REFUSALS.has(code)
		equal(client.state, Session.State.SUSPENDED if passes else Session.State.CLOSED, code)
	var waiting := _initiator(null)
	waiting.end_of_stream()
	var silent := _initiator(waiting)
	silent.take_output()
	silent.advance(10_000_000)
	equal(silent.state, Session.State.CLOSED, "late")
	equal(silent.take_output().size(), 0, "no reject, which would end the session")
	equal(waiting.state, Session.State.SUSPENDED, "late")


func test_only_who_resumes_gets_into_a_full_server() -> void:
	var server := _with_session()
	var id := server.session_state().id
	server.end_of_stream()
	for line: String in [ASKS, HELLO, _resume_line("x".repeat(32), 0), '{"plain":1}\n', "no JSON\n", ""]:
		var late := _full()
		_feed(late, line)
		late.advance(10_000_000)
		equal(_lines(late)[-1].get("code"), "busy", line)
		equal(late.state, Session.State.CLOSED, line)
	var next := _full()
	_feed(next, _resume_line(id, 0))
	equal(_events(next), ["RESUMED"], "who resumes")


func test_an_answer_that_cannot_be_kept_ends_the_session() -> void:
	var settings := _settings(Settings.Role.ACCEPTOR)
	settings.sessions = _registry
	settings.kept_bytes = 100
	var session := Session.new(settings)
	session.start(0)
	_feed(session, ASKS + '{"type":"ask","$id":1,"$seq":1}\n{"type":"ask","$id":2,"$seq":2}\n')
	equal(session.send(ToyMessage.of("note", "x".repeat(50))), OK, "fits")
	equal(session.send(ToyMessage.of("note", "x".repeat(50))), ERR_BUSY, "does not")
	equal(_outcome(session.request(ToyMessage.of("query", "x".repeat(50)), 1000)),
		"the request was not sent: Busy", "nor does a request")
	equal(session.state, Session.State.OPEN, "so far")
	session.take_output()
	equal(session.reply(1, ToyMessage.of("told", "x".repeat(50)), 0), OK, "an answer has more room")
	equal(session.state, Session.State.OPEN, "so it goes on")
	session.take_output()
	equal(session.reply(2, ToyMessage.of("told", "x".repeat(50)), 0), ERR_BUSY, "but not for ever")
	var events := _events(session)
	var told: String = events[-2]
	check(told.begins_with("LOST an answer could not be kept: "), told)
	equal(_lines(session)[-1]["gdwire"], "bye", "said")


func test_nobody_finds_a_session_by_less_than_its_id() -> void:
	var state := _registry.open(1000)
	equal(Marshalls.base64_to_raw(state.id).size(), 24, "192 bits")
	check(_registry.find(state.id) == state, "by its id")
	for wrong: String in ["", state.id.left(-1), state.id + "A", state.id.to_lower(), state.id.sha256_text()]:
		equal(_registry.find(wrong), null, wrong.left(4))
	state.end()
	equal(_registry.find(state.id), null, "over")


func _acceptor_of(registry: SessionRegistry) -> Session:
	var settings := _settings(Settings.Role.ACCEPTOR)
	settings.sessions = registry
	var session := Session.new(settings)
	session.start(0)
	return session


func _full() -> Session:
	var settings := _settings(Settings.Role.ACCEPTOR)
	settings.sessions = _registry
	settings.admission = Admission.new()
	settings.admission.max_peers = 0
	settings.plain = true
	var session := Session.new(settings)
	session.start(0)
	return session


func _with_session() -> Session:
	var session := _acceptor_of(_registry)
	_feed(session, ASKS)
	session.take_output()
	session.take_events()
	return session


func _initiator(before: Session, max_text: int = 1048576) -> Session:
	var settings := _settings(Settings.Role.INITIATOR)
	settings.max_text = max_text
	settings.wants_session = true
	settings.session = null if before == null else before.session_state()
	var session := Session.new(settings)
	session.start(0)
	if before == null:
		_feed(session, _welcome_line(0))
		session.take_output()
		session.take_events()
	return session


func _resumed(before: Session, received: int) -> Session:
	var session := _initiator(before)
	_feed(session, _welcome_line(received))
	return session


func _welcome_line(received: int) -> String:
	return ASKS.replace("hello", "welcome").replace(
		'{"received":0}', '{"id":"%s","received":%d}' % ["i".repeat(32), received]
	)


func _resume_line(id: String, received: int) -> String:
	return ASKS.replace('{"received":0}', '{"id":"%s","received":%d}' % [id, received])
