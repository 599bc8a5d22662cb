extends "session_case.gd"
## Garbage and damaged conversations: nothing breaks, and good lines still arrive.


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
