extends "session_case.gd"
## The token: who has it comes in, and nobody else, whatever they say.

const SessionState = preload("res://addons/gdwire/session_state.gd")
const TokenProof = preload("res://addons/gdwire/token_proof.gd")
const TOKEN := "a token of the tests, 0123456789"
const OTHERS := "the peers do not have the same token: give both the same"
const NONCE_A := "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
const NONCE_B := "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8="


## The example of docs/wire.md, computed by openssl.
func test_the_example_of_the_wire() -> void:
	equal(
		TokenProof.of("0123456789abcdef", "initiator", NONCE_A, NONCE_B),
		"BL32hLaajYCdG/9AsedplMcctu6Ji/S/+x2t7tNhtzE=", "initiator"
	)
	equal(
		TokenProof.of("0123456789abcdef", "acceptor", NONCE_A, NONCE_B),
		"E+i/vGF7caRGE+CtbAzBb4xVVr52O1WhoZcCSvarjnA=", "acceptor"
	)


func test_only_the_very_text_fits() -> void:
	check(TokenProof.fits("abc=", "abc="), "the same")
	for given: Variant in ["abd=", "abc", "", "abc==", null, 5.0, ["abc="]]:
		check(not TokenProof.fits("abc=", given), "%s" % [given])
	check(not TokenProof.fits("", ""), "no proof at all")


func test_random_nonces_are_nonces_and_never_the_same() -> void:
	var seen := {}
	for i: int in 200:
		seen[TokenProof.random_nonce()] = true
	equal(seen.size(), 200, "different ones")
	for nonce: String in seen:
		check(TokenProof.is_nonce(nonce) and nonce.length() == 44, nonce)
	for other: Variant in [
		"", "short", "x".repeat(129), "AAAAAAAAAAAAAAAA\nAAAA", "AAAAAAAAAAAAAAAA ", "ä".repeat(20), null, 1.0,
		"AAAAAAAAAAAAAAAA\n",
	]:
		check(not TokenProof.is_nonce(other), "%s" % [other])


func test_both_prove_that_they_have_the_token_and_it_never_travels() -> void:
	var initiator := _guarded(Settings.Role.INITIATOR)
	var acceptor := _guarded(Settings.Role.ACCEPTOR)
	var said := ""
	for turn: int in 2:
		var bytes := initiator.take_output()
		said += bytes.get_string_from_utf8()
		acceptor.receive(bytes, 0)
		bytes = acceptor.take_output()
		said += bytes.get_string_from_utf8()
		initiator.receive(bytes, 0)
	equal([initiator.state, acceptor.state], [Session.State.OPEN, Session.State.OPEN], "states")
	equal([_events(initiator), _events(acceptor)], [["OPENED"], ["OPENED"]], "events")
	var tags := []
	for line: String in said.split("\n", false):
		var object: Dictionary = JSON.parse_string(line)
		tags.append(object["gdwire"])
	equal(tags, ["hello", "challenge", "proof", "welcome"], "lines")
	check(not said.contains(TOKEN.left(8)), "the token stays at home")
	equal(initiator.send(ToyMessage.of("note", "in")), OK, "send")
	acceptor.receive(initiator.take_output(), 0)
	equal(_events(acceptor), ["MESSAGE note in"], "message")


func test_another_token_is_refused_on_both_sides() -> void:
	var initiator := _guarded(Settings.Role.INITIATOR, "another token of the tests")
	var acceptor := _guarded(Settings.Role.ACCEPTOR)
	_talk_on(initiator, acceptor)
	equal(_events(acceptor), ["CLOSED this side refused the peer: unauthorized: " + OTHERS], "acceptor")
	equal(
		_events(initiator), ["CLOSED the peer refused the connection: unauthorized: " + OTHERS],
		"initiator"
	)


func test_a_token_on_one_side_only_is_refused() -> void:
	var bare := Session.new(_settings(Settings.Role.INITIATOR))
	bare.start(0)
	var acceptor := _guarded(Settings.Role.ACCEPTOR)
	_talk_on(bare, acceptor)
	var text := "unauthorized: this side asks for a token, and the peer that connected has none: give" \
		+ " it the same token"
	equal(_events(acceptor), ["CLOSED this side refused the peer: " + text], "acceptor")
	equal(_events(bare), ["CLOSED the peer refused the connection: " + text], "initiator")
	var initiator := _guarded(Settings.Role.INITIATOR)
	var open := _acceptor()
	_talk_on(initiator, open)
	text = "unauthorized: the peer that listens asked for no proof of the token: give it the same token," \
		+ " or check the port"
	equal(_events(initiator), ["CLOSED this side refused the peer: " + text], "initiator")
	equal(_events(open)[-1], "CLOSED the peer refused the connection: " + text, "acceptor")
	var challenged := Session.new(_settings(Settings.Role.INITIATOR))
	challenged.start(0)
	challenged.take_output()
	_feed(challenged, _challenge(NONCE_A))
	equal(_lines(challenged)[0]["code"], "unauthorized", "a challenge without a token")


func test_before_the_proof_the_hello_is_not_looked_at() -> void:
	for hello: String in [
		'{"gdwire":"hello","wire":9,"protocols":7,"nonce":"%s"}\n' % NONCE_A,
		_hello(NONCE_A).replace('"toy"', '"other"'),
		_hello(NONCE_A).replace('"1.0"', '"2.0"'),
	]:
		var session := _guarded(Settings.Role.ACCEPTOR)
		_feed(session, hello)
		equal(session.take_output().get_string_from_utf8(), _challenge(NONCE_B), "nothing else")
		_feed(session, _proof(TokenProof.of("wrong token, wrong token", "initiator", NONCE_A, NONCE_B)))
		equal(_lines(session)[0]["message"], OTHERS, "and nothing then")
	var proved := _guarded(Settings.Role.ACCEPTOR)
	_feed(proved, '{"gdwire":"hello","wire":9,"nonce":"%s"}\n' % NONCE_A)
	proved.take_output()
	_feed(proved, _proof(TokenProof.of(TOKEN, "initiator", NONCE_A, NONCE_B)))
	equal(_lines(proved)[0]["code"], "wire_version", "with the proof it is")


func test_the_acceptor_takes_nothing_out_of_turn() -> void:
	for line: String in [_proof("x"), '{"gdwire":"ping","nonce":1}', "{}", TOKEN, '{"gdwire":"reject"}']:
		_is_refused_after(Settings.Role.ACCEPTOR, [], line, "not_a_hello", "it asks for a token")
	_is_refused_after(Settings.Role.ACCEPTOR, [], _hello("short"), "unauthorized", "in base64")
	for line: String in [_hello(NONCE_A), '{"type":"note"}', TOKEN]:
		_is_refused_after(
			Settings.Role.ACCEPTOR, [_hello(NONCE_A)], line, "unauthorized", "and nothing else before it"
		)
	_is_refused_after(Settings.Role.ACCEPTOR, [_hello(NONCE_A)], '{"gdwire":"proof"}', "unauthorized", OTHERS)
	var session := _guarded(Settings.Role.ACCEPTOR)
	_feed(session, _hello(NONCE_A))
	_feed(session, '{"gdwire":"reject","code":"unauthorized","message":"none here"}\n')
	equal(
		_events(session), ["CLOSED the peer refused the connection: unauthorized: " + OTHERS], "hears it"
	)


## Whoever listens at the port can say it.
func test_a_reject_before_the_proof_ends_no_session_and_is_not_said_again() -> void:
	for code: String in ["unauthorized", "fingerprint", "busy", "wire_version"]:
		for before: String in ["", _challenge(NONCE_B)]:
			var state := SessionState.new("i".repeat(32), 1000)
			var session := _guarded(Settings.Role.INITIATOR, TOKEN, state)
			_feed(session, before)
			session.take_output()
			_feed(session, '{"gdwire":"reject","code":"%s","message":"words of a stranger"}\n' % code)
			equal(session.take_output().size(), 0, code)
			var told := str(_events(session))
			check(told.begins_with('["CLOSED the peer refused the connection: %s: ' % code), told)
			check(not told.contains("stranger"), told)
			equal(state.is_over, code == "unauthorized" and not before.is_empty(), "over: " + code)
	var first := _guarded(Settings.Role.INITIATOR)
	_feed(first, '{"gdwire":"reject","code":"busy","message":"words of a stranger"}\n')
	equal(_events(first), ["CLOSED the peer refused the connection: busy: it said so before it had"
		+ " proved that it has the token, so its words are left out"], "without a session")


func test_the_initiator_takes_nothing_out_of_turn() -> void:
	for line: String in [_proof("x"), _hello(NONCE_A), "{}", TOKEN]:
		_is_refused_after(Settings.Role.INITIATOR, [], line, "not_a_hello", "neither challenge nor welcome")
	_is_refused_after(Settings.Role.INITIATOR, [], _challenge("short"), "unauthorized", "in base64")
	var welcome := HELLO.replace('"hello"', '"welcome"')
	for line: String in [_challenge(NONCE_B), '{"type":"note"}', TOKEN]:
		_is_refused_after(
			Settings.Role.INITIATOR, [_challenge(NONCE_B)], line, "unauthorized", "and nothing else before it"
		)
	var reflected := TokenProof.of(TOKEN, "initiator", NONCE_A, NONCE_A)
	for bad: String in [welcome, welcome.replace("}\n", ',"proof":"%s"}\n' % reflected)]:
		_is_refused_after(Settings.Role.INITIATOR, [_challenge(NONCE_A)], bad, "unauthorized", OTHERS)


func test_a_second_proof_is_an_error_and_nothing_more() -> void:
	var session := _guarded(Settings.Role.ACCEPTOR)
	_feed(session, _hello(NONCE_A))
	_feed(session, _proof(TokenProof.of(TOKEN, "initiator", NONCE_A, NONCE_B)))
	equal(session.state, Session.State.OPEN, "open")
	session.take_output()
	_feed(session, _proof("x") + _challenge(NONCE_B) + '{"type":"note","text":"after"}\n')
	var lines := _lines(session)
	equal([lines[0]["code"], lines[1]["code"]], ["unexpected", "unexpected"], "errors")
	equal(_events(session)[-1], "MESSAGE note after", "it goes on")


func test_any_other_character_of_a_proof_is_refused() -> void:
	var mac := TokenProof.of(TOKEN, "initiator", NONCE_A, NONCE_B)
	for place: int in mac.length():
		var other := "B" if mac[place] == "A" else "A"
		var changed := mac.left(place) + other + mac.substr(place + 1)
		_is_refused_after(
			Settings.Role.ACCEPTOR, [_hello(NONCE_A)], _proof(changed), "unauthorized", OTHERS
		)


func test_the_deadline_is_for_the_proof_too() -> void:
	var session := _guarded(Settings.Role.ACCEPTOR)
	_feed(session, _hello(NONCE_A))
	session.take_output()
	session.advance(10_000_000)
	equal(_lines(session)[0]["code"], "too_late", "code")


func test_without_random_numbers_nobody_comes_in() -> void:
	var settings := _settings(Settings.Role.ACCEPTOR)
	settings.token = TOKEN
	var session := Session.new(settings)
	session.start(0)
	_feed(session, _hello(NONCE_A))
	equal(_lines(session)[0]["code"], "unauthorized", "code")


func test_a_line_over_sixteen_kibibytes_before_the_handshake_is_done_is_refused() -> void:
	var plain_text := "the first line has more than 16384 bytes"
	for session: Session in [
		_acceptor(), _guarded(Settings.Role.ACCEPTOR), _guarded(Settings.Role.INITIATOR),
	]:
		session.take_output()
		_feed(session, "x".repeat(16384))
		equal(session.state, Session.State.GREETING, "waits")
		_feed(session, "x")
		var reject := _lines(session)[0]
		var text: String = reject["message"]
		equal(reject["code"], "not_a_hello", "code")
		check(text.begins_with(plain_text), text)
	var open := _open()
	_feed(open, '{"type":"note","text":"%s"}\n' % "x".repeat(100_000))
	check(str(_events(open)[0]).begins_with("MESSAGE note xxx"), "afterwards as long as ever")


func _is_refused_after(
	role: Settings.Role, before: Array[String], line: String, code: String, text: String
) -> void:
	var session := _guarded(role)
	for earlier: String in before:
		_feed(session, earlier)
	session.take_output()
	_feed(session, line if line.ends_with("\n") else line + "\n")
	var lines := _lines(session)
	equal([lines.size(), lines[0]["gdwire"], lines[0]["code"]], [1, "reject", code], line)
	var message: String = lines[0]["message"]
	check(message.contains(text), message)
	var events := str(_events(session))
	check(not events.contains("OPENED") and not events.contains(TOKEN), events)


func _guarded(
	role: Settings.Role, token: String = TOKEN, resumed: SessionState = null
) -> Session:
	var settings := _settings(role)
	settings.wants_session = resumed != null
	settings.session = resumed
	settings.token = token
	settings.nonce = NONCE_A if role == Settings.Role.INITIATOR else NONCE_B
	var session := Session.new(settings)
	session.start(0)
	return session


func _talk_on(initiator: Session, acceptor: Session) -> void:
	for turn: int in 3:
		acceptor.receive(initiator.take_output(), 0)
		initiator.receive(acceptor.take_output(), 0)


func _hello(nonce: String) -> String:
	return HELLO.replace("}\n", ',"nonce":"%s"}\n' % nonce)


func _challenge(nonce: String) -> String:
	return '{"gdwire":"challenge","nonce":"%s"}\n' % nonce


func _proof(mac: String) -> String:
	return '{"gdwire":"proof","mac":"%s"}\n' % mac
