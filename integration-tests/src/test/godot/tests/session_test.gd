extends "res://harness/test_case.gd"
## The engine without sockets: handshake, messages, requests, plain mode, and whatever is sent to it.

const Answer = preload("res://addons/gdwire/answer.gd")
const Event = preload("res://addons/gdwire/event.gd")
const PendingRequest = preload("res://addons/gdwire/pending_request.gd")
const Session = preload("res://addons/gdwire/session.gd")
const Settings = preload("res://addons/gdwire/session_settings.gd")
const Toy = preload("toy/toy.gd")
const ToyMessage = preload("toy/toy_message.gd")

const HELLO := '{"gdwire":"hello","wire":1,"library":"test","protocols":[{"name":"toy",' \
	+ '"version":"1.0","fingerprint":"f-n1-"}],"features":[],"maxFrame":1048576}\n'


func test_a_hello_is_welcomed_and_opens() -> void:
	var session := _acceptor()
	_feed(session, HELLO)
	equal(session.state, Session.State.OPEN, "state")
	equal(session.peer_library, "test", "library")
	var welcome := _lines(session)[0]
	equal(welcome["gdwire"], "welcome", "answer")
	equal(welcome["wire"], 1.0, "wire")
	equal(welcome["maxFrame"], 1048576.0, "limit")
	equal(welcome["protocols"], [{"name": "toy", "version": "1.0", "fingerprint": "f-n1-"}], "offers")
	equal(_events(session), ["OPENED"], "events")


func test_the_initiator_says_hello_first_and_opens_on_welcome() -> void:
	var settings := _settings(Settings.Role.INITIATOR)
	var session := Session.new(settings)
	session.start(0)
	var hello := _lines(session)[0]
	equal(hello["gdwire"], "hello", "first line")
	equal(session.send(ToyMessage.of("note")), ERR_UNCONFIGURED, "too early")
	_feed(session, HELLO.replace('"hello"', '"welcome"'))
	equal(session.state, Session.State.OPEN, "state")
	equal(session.send(ToyMessage.of("note", "a")), OK, "now")
	equal(_lines(session)[0], {"type": "note", "text": "a"}, "message")


func test_every_refusal_of_the_acceptor() -> void:
	_refused(HELLO.replace('"wire":1', '"wire":2'), "wire_version")
	_refused('{"gdwire":"hello","wire":2,"somethingNew":true}\n', "wire_version")
	_refused(HELLO.replace('"toy"', '"other"'), "no_common_protocol")
	_refused(HELLO.replace('"1.0"', '"2.0"'), "protocol_version")
	_refused('{"hello":"world"}\n', "not_a_hello")
	_refused('{"type":"hello"}\n', "not_a_hello")
	_refused('{"gdwire":"ping","nonce":1}\n', "not_a_hello")
	_refused('{"gdwire":"hello"}\n', "not_a_hello")
	_refused("nonsense\n", "not_a_hello")
	_refused(HELLO.replace('"wire"', '"gdwire":"hello","wire"'), "not_a_hello")
	var strict := _settings(Settings.Role.ACCEPTOR)
	strict.strict = true
	_refused(HELLO.replace("f-n1-", "f-else"), "fingerprint", strict)
	var busy := _settings(Settings.Role.ACCEPTOR)
	busy.busy = true
	_refused("", "busy", busy)


func test_no_hello_within_the_deadline_is_too_late() -> void:
	var session := _acceptor()
	session.advance(9_999_999)
	equal(session.state, Session.State.GREETING, "before")
	session.advance(10_000_000)
	equal(session.state, Session.State.CLOSED, "after")
	equal(_lines(session)[0]["code"], "too_late", "code")


func test_every_refusal_of_the_initiator() -> void:
	var welcome := HELLO.replace('"hello"', '"welcome"')
	_initiator_refuses(welcome.replace('"wire":1', '"wire":9'), "wire_version")
	_initiator_refuses(welcome.replace('"toy"', '"other"'), "no_common_protocol")
	_initiator_refuses(welcome.replace('"1.0"', '"3.1"'), "protocol_version")
	_initiator_refuses('{"hello":"world"}\n', "not_a_hello")
	var session := Session.new(_settings(Settings.Role.INITIATOR))
	session.start(0)
	session.take_output()
	_feed(session, '{"gdwire":"reject","code":"busy","message":"full"}\n')
	equal(session.state, Session.State.CLOSED, "state")
	equal(_events(session), ["CLOSED the peer refused the connection: busy: full"], "events")
	equal(session.take_output().size(), 0, "nothing more is said")


func test_a_welcome_that_is_refused_closes_the_acceptor() -> void:
	var session := _open()
	_feed(session, '{"gdwire":"reject","code":"fingerprint","message":"strict"}\n')
	equal(_events(session), ["CLOSED the peer refused the connection: fingerprint: strict"], "events")


func test_differing_schemas_are_listed_on_both_sides() -> void:
	var settings := _settings(Settings.Role.ACCEPTOR)
	var toy: Toy = settings.protocols[0]
	toy.note_digest = "n2"
	toy.extra_tags = ["extra"]
	var initiator := Session.new(_settings(Settings.Role.INITIATOR))
	var acceptor := Session.new(settings)
	_talk(initiator, acceptor)
	equal(_events(acceptor), [
		"OPENED",
		"PROBLEM the schemas of toy differ; messages that differ: note; messages that the peer lacks:"
		+ " extra; generate both sides from the same schemas",
	], "acceptor")
	equal(_events(initiator), [
		"OPENED",
		"PROBLEM the schemas of toy differ; messages that differ: note; messages that only the peer"
		+ " has: extra; generate both sides from the same schemas",
	], "initiator")
	equal(initiator.state, Session.State.OPEN, "open all the same")


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
	for i: int in Session.MAX_PACED + 1:
		equal(session.send_json({}), OK, "the first leaves, the others wait")
	equal(session.send_json({}), ERR_BUSY, "too many wait")


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


func test_whatever_comes_nothing_breaks() -> void:
	var random := RandomNumberGenerator.new()
	random.seed = 20261122
	var pieces := PackedStringArray([
		'{"type":', '"note"', ",", "}", '{"gdwire":"error",', '"$id":', '"$re":', "1", "-1", " 1e400 ",
		"null", "[", "]", '"text"', ":", "\n", "\r\n", '"\\ud800"', "99999999999999999999", "true",
		'"ask"', HELLO, '{"gdwire":"ping","nonce":3}', '{"type":"ask","text":"x","$id":4}\n',
		'{"gdwire":{}}', '{"type":[]}\n', "\u0000", "ü", '{"gdwire":"fingerprints","protocol":"toy",'
		+ '"messages":{"a":1}}\n', "{}", '{"gdwire":"hello","wire":{}}\n',
	])
	var opened := 0
	for run: int in 300:
		var settings := _settings(Settings.Role.ACCEPTOR if run % 2 == 0 else Settings.Role.INITIATOR)
		settings.plain = run % 6 == 0
		settings.max_frame = 2000
		var session := Session.new(settings)
		session.start(0)
		if run % 3 == 0:
			_feed(session, HELLO if run % 2 == 0 else HELLO.replace('"hello"', '"welcome"'))
		for i: int in 60:
			session.receive(_garbage(random, pieces), i * 1000)
			session.advance(i * 1000)
		opened += 1 if session.state == Session.State.OPEN else 0
		session.end_of_stream()
		equal(session.state, Session.State.CLOSED, "closed at the end")
		var output := session.take_output().get_string_from_utf8()
		for line: String in output.split("\n", false):
			check(JSON.parse_string(line) is Dictionary, "a line that is sent: " + line)
	check(opened > 20, "%d of 300 stayed open" % opened)


func test_a_damaged_conversation_costs_no_line_after_it() -> void:
	var random := RandomNumberGenerator.new()
	random.seed = 20261123
	var rest := (
		'{"type":"note","text":"grüß 🎮 \\" 1"}\n{"type":"ask","text":"q","$id":1}\n{"gdwire":"ping",'
		+ '"nonce":1}\n{"type":"result","text":"a","$re":1}\n{"gdwire":"error","code":"no_handler",'
		+ '"message":"x","$re":2}\r\n{"type":"ask","text":"q","$id":2}\n{"type":"note","text":"b"}\n'
	).to_utf8_buffer()
	var good := '\n{"type":"note","text":"after"}\n'
	var stayed := 0
	for run: int in 1000:
		var is_acceptor := run % 2 == 0
		var greeting := (HELLO if is_acceptor else HELLO.replace('"hello"', '"welcome"')).to_utf8_buffer()
		var keeps_greeting := run % 4 < 2
		var settings := _settings(Settings.Role.ACCEPTOR if is_acceptor else Settings.Role.INITIATOR)
		settings.plain = is_acceptor and run % 8 < 4
		var session := Session.new(settings)
		session.start(0)
		var stream := greeting + _damaged(rest, random) if keeps_greeting else _damaged(greeting + rest, random)
		stream.append_array(good.to_utf8_buffer())
		var pending: Array[PendingRequest] = []
		var last := ""
		while not stream.is_empty():
			var length := random.randi_range(1, stream.size())
			session.receive(stream.slice(0, length), 0)
			stream = stream.slice(length)
			if session.state == Session.State.OPEN and pending.is_empty():
				pending = [session.request(ToyMessage.of("query"), 9), session.request(ToyMessage.of("query"), 9)]
			for event: Event in session.take_events():
				last = _text_of(event)
				if event.kind == Event.Kind.REQUEST:
					session.reply(event.id, ToyMessage.of("told", "a"), 0)
		match session.state:
			Session.State.OPEN:
				equal(last, "MESSAGE note after", "run %d" % run)
				stayed += 1
			Session.State.PLAIN:
				equal(last, 'JSON { "type": "note", "text": "after" }', "run %d" % run)
		check(not keeps_greeting or session.state == Session.State.OPEN, "run %d stays open" % run)
		session.end_of_stream()
		equal(session.state, Session.State.CLOSED, "run %d ends" % run)
		for request: PendingRequest in pending:
			check(request.answer != null, "run %d: a request ended" % run)
	check(stayed >= 500, "%d stayed open" % stayed)


## Bytes of which some are dropped, doubled, cut apart by a newline, or flipped.
func _damaged(bytes: PackedByteArray, random: RandomNumberGenerator) -> PackedByteArray:
	var result := bytes.duplicate()
	for i: int in random.randi_range(0, 12):
		var from := random.randi_range(0, result.size() - 1)
		var to := mini(result.size(), from + random.randi_range(1, 40))
		match random.randi_range(0, 3):
			0:
				if to - from < result.size():
					result = result.slice(0, from) + result.slice(to)
			1:
				result = result.slice(0, to) + result.slice(from)
			2:
				result.insert(from, 10)
			3:
				result[from] = result[from] ^ (1 << random.randi_range(0, 7))
	return result


func _garbage(random: RandomNumberGenerator, pieces: PackedStringArray) -> PackedByteArray:
	if random.randi_range(0, 3) > 0:
		return pieces[random.randi_range(0, pieces.size() - 1)].to_utf8_buffer()
	var bytes := PackedByteArray()
	for i: int in random.randi_range(0, 20):
		bytes.append(random.randi_range(0, 255))
	return bytes


func _settings(role: Settings.Role) -> Settings:
	var settings := Settings.new()
	settings.role = role
	settings.protocols = [Toy.new()]
	return settings


func _acceptor() -> Session:
	var session := Session.new(_settings(Settings.Role.ACCEPTOR))
	session.start(0)
	return session


func _plain_acceptor() -> Session:
	var settings := _settings(Settings.Role.ACCEPTOR)
	settings.plain = true
	var session := Session.new(settings)
	session.start(0)
	return session


func _open() -> Session:
	var session := _acceptor()
	_feed(session, HELLO)
	session.take_output()
	session.take_events()
	return session


func _feed(session: Session, text: String) -> void:
	session.receive(text.to_utf8_buffer(), 0)


func _talk(initiator: Session, acceptor: Session) -> void:
	initiator.start(0)
	acceptor.start(0)
	for turn: int in 4:
		acceptor.receive(initiator.take_output(), 0)
		initiator.receive(acceptor.take_output(), 0)


func _lines(session: Session) -> Array[Dictionary]:
	var lines: Array[Dictionary] = []
	for line: String in session.take_output().get_string_from_utf8().split("\n", false):
		var object: Dictionary = JSON.parse_string(line)
		lines.append(object)
	return lines


func _events(session: Session) -> Array:
	var texts := []
	for event: Event in session.take_events():
		texts.append(_text_of(event))
	return texts


func _text_of(event: Event) -> String:
	var kind: String = Event.Kind.keys()[event.kind]
	match event.kind:
		Event.Kind.MESSAGE, Event.Kind.REQUEST:
			var message: ToyMessage = event.message
			var id := "" if event.id == 0 else "%d " % event.id
			return "%s %s%s %s" % [kind, id, message.tag(), message.text]
		Event.Kind.JSON_OBJECT:
			return "JSON %s" % event.data
		Event.Kind.UNKNOWN:
			return "UNKNOWN %s" % event.tag
		Event.Kind.OPENED, Event.Kind.ANSWERED:
			return kind
	return "%s %s" % [kind, event.text]


func _outcome(pending: PendingRequest) -> String:
	if pending.answer == null:
		return "waits"
	if not pending.answer.ok():
		return pending.answer.error
	var message: ToyMessage = pending.answer.message
	return "%s %s" % [message.tag(), message.text]


func _completes(line: String, expected: String) -> void:
	var session := _open()
	var pending := session.request(ToyMessage.of("query", "q"), 1000)
	equal(_lines(session), [{"type": "query", "text": "q", "$id": 1.0}], "request")
	equal(_outcome(pending), "waits", "before")
	if line == "TIME":
		session.advance(999)
		equal(_outcome(pending), "waits", "one microsecond early")
		session.advance(1000)
	elif line == "END":
		session.end_of_stream()
	else:
		_feed(session, line)
	equal(_outcome(pending), expected, line)
	session.advance(5000)
	_feed(session, '{"type":"result","text":"late","$re":1}\n')
	session.end_of_stream()
	equal(_outcome(pending), expected, "still")
	var answers := 0
	for event: Event in session.take_events():
		answers += 1 if event.kind == Event.Kind.ANSWERED else 0
	equal(answers, 1, "told once")


func _refused(line: String, code: String, settings: Settings = null) -> void:
	var session := Session.new(_settings(Settings.Role.ACCEPTOR) if settings == null else settings)
	session.start(0)
	_feed(session, line)
	_is_refused(session, code)


func _initiator_refuses(line: String, code: String) -> void:
	var session := Session.new(_settings(Settings.Role.INITIATOR))
	session.start(0)
	session.take_output()
	_feed(session, line)
	_is_refused(session, code)


func _is_refused(session: Session, code: String) -> void:
	equal(session.state, Session.State.CLOSED, code)
	var lines := _lines(session)
	equal([lines.size(), lines[0]["gdwire"], lines[0]["code"]], [1, "reject", code], "the line")
	var events := _events(session)
	var last: String = events[-1]
	check(last.begins_with("CLOSED this side refused the peer: " + code), last)


func _reported(line: String, code: String) -> void:
	var session := _open()
	_feed(session, line + '{"type":"note","text":"after"}\n')
	var lines := _lines(session)
	equal(lines.size(), 1, "one error for " + line.left(60))
	equal([lines[0]["gdwire"], lines[0]["code"]], ["error", code], line.left(60))
	var events := _events(session)
	var first: String = events[0]
	check(first.begins_with("PROBLEM %s: " % code), first)
	equal(events[-1], "MESSAGE note after", "the next line is read")
