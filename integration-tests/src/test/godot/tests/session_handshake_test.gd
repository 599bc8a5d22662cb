extends "session_case.gd"
## Handshakes of the session, both roles: what is welcomed, what is refused and why.

const Admission = preload("res://addons/gdwire/admission.gd")


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
	busy.admission = Admission.new()
	busy.admission.max_peers = 0
	_refused(HELLO, "busy", busy)
	busy.plain = true
	_refused('{"n":1}\n', "busy", busy)
	_refused("no JSON\n", "busy", busy)


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
