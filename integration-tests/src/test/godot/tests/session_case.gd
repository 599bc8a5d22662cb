extends "res://harness/test_case.gd"
## Sessions without sockets: what the tests of the session have in common.

const Answer = preload("res://addons/gdwire/answer.gd")
const Event = preload("res://addons/gdwire/event.gd")
const PendingRequest = preload("res://addons/gdwire/pending_request.gd")
const Session = preload("res://addons/gdwire/session.gd")
const Settings = preload("res://addons/gdwire/session_settings.gd")
const Toy = preload("toy/toy.gd")
const ToyMessage = preload("toy/toy_message.gd")
const HELLO := '{"gdwire":"hello","wire":1,"library":"test","protocols":[{"name":"toy",' \
	+ '"version":"1.0","fingerprint":"f-n1-"}],"features":[],"maxFrame":1048576}\n'


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
		Event.Kind.OPENED, Event.Kind.ANSWERED, Event.Kind.RESUMED:
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
