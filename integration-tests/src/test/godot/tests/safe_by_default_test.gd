extends "server_case.gd"
## What keeps strangers out unless a user says otherwise, over real sockets.

const Reach = preload("res://addons/gdwire/reach.gd")
const Route = preload("res://addons/gdwire/route.gd")
const TOKEN := "a token of the tests, 0123456789"
const WAYS_OUT := ": set token on both sides, use tls, or set insecure to do without"


class SlowRoute:
	extends Route

	func look() -> bool:
		return false


func test_loopback_is_what_no_other_machine_reaches() -> void:
	for address: String in ["127.0.0.1", "127.9.8.7", "::1", "0:0:0:0:0:0:0:1"]:
		check(Reach.is_loopback(address), address)
	for address: String in [
		"*", "", "0.0.0.0", "::", "192.0.2.1", "128.0.0.1", "2001:db8::1", "127.evil.example", "localhost",
	]:
		check(not Reach.is_loopback(address), address)


func test_other_addresses_are_refused_with_the_ways_out() -> void:
	_server.problem.connect(_on_problem.bind("server"))
	_client.problem.connect(_on_problem.bind("client"))
	equal(_server.listen(0, "*"), ERR_UNAUTHORIZED, "all")
	equal(_server.listen(0, "0.0.0.0"), ERR_UNAUTHORIZED, "0.0.0.0")
	equal(_server.port(), 0, "not listening")
	equal(_client.connect_to("192.0.2.1", 7001), ERR_UNAUTHORIZED, "another machine")
	equal(_client.peer(), null, "not connecting")
	equal(_log, [
		"server: problem other machines can reach every address of this machine, and nothing keeps"
		+ " strangers out" + WAYS_OUT,
		"server: problem other machines can reach 0.0.0.0, and nothing keeps strangers out" + WAYS_OUT,
		"client: problem 192.0.2.1 is not this machine, and nothing shows who answers there or hides"
		+ " what is said" + WAYS_OUT,
	], "texts")


## A name is looked up while the game goes on; what it means is checked before anything connects.
func test_names_are_looked_up_while_the_game_goes_on() -> void:
	_wire_up_client()
	equal(_client.connect_to("no.such.host.invalid", 7001), OK, "begins")
	check(_client.peer() != null and not _client.peer().is_open(), "a peer, on its way")
	equal(_client.connect_to("localhost", 7001), ERR_ALREADY_IN_USE, "one at a time")
	_log.clear()
	await _until(func() -> bool: return _client.peer() == null)
	var reason := "no.such.host.invalid:7001: there is no host named no.such.host.invalid: check the" \
		+ " name"
	equal(_log, ["client: problem " + reason, "client: failed " + reason], "nobody")
	_log.clear()
	# A way to write 192.0.2.1 that only who looks names up understands.
	equal(_client.connect_to("3221225985", 7001), OK, "begins")
	await _until(func() -> bool: return _client.peer() == null)
	reason = "3221225985:7001: 3221225985 is not this machine, and nothing shows who answers there" \
		+ " or hides what is said" + WAYS_OUT
	equal(_log, ["client: problem " + reason, "client: failed " + reason], "another machine")
	_log.clear()
	_server.use(_server_toy)
	equal(_server.listen(0), OK, "listen")
	equal(_client.connect_to("localhost", _server.port()), OK, "this machine")
	await _until(func() -> bool: return _client.peer().is_open())
	equal(_client.peer().address, "localhost:%d" % _server.port(), "by its name")
	_stop()


func test_a_name_that_nobody_finds_out_in_time_is_a_failure() -> void:
	var route := SlowRoute.new("localhost", 7001, true)
	var settings := GdwireServer.Settings.new()
	settings.role = GdwireServer.Settings.Role.INITIATOR
	var peer := GdwireConnection.new(StreamPeerTCP.new(), settings, "localhost:7001", 1000, route)
	peer.poll(999)
	equal(peer.take_events().size(), 0, "before")
	peer.poll(1000)
	equal(peer.take_events()[0].text, "the name localhost was not found out in time", "after")
	check(peer.is_over(), "over")


func test_many_names_that_were_given_up_leave_room_for_others() -> void:
	_wire_up_client()
	for i: int in 300:
		# 127.0.0.1 and so on.
		equal(_client.connect_to(str(2130706433 + i), 7001), OK, "%d" % i)
		_client.close()
		if i % 100 == 99:
			await _tree.create_timer(0.3).timeout


func test_a_token_or_the_word_lets_them() -> void:
	_server.insecure = true
	equal(_server.listen(0, "*"), OK, "insecure")
	_stop()
	_server.insecure = false
	_server.token = TOKEN
	equal(_server.listen(0, "*"), OK, "token")
	_stop()


## It looks at no certificate, so anybody may stand in between.
func test_tls_that_checks_nothing_protects_nothing() -> void:
	_client.problem.connect(_on_problem.bind("client"))
	_client.tls = TLSOptions.client_unsafe()
	equal(_client.connect_to("192.0.2.1", 7001), ERR_UNAUTHORIZED, "unsafe")
	equal(_log, [
		"client: problem 192.0.2.1 is not this machine, and nothing shows who answers there or hides"
		+ " what is said" + WAYS_OUT,
	], "text")
	_client.tls = TLSOptions.client()
	# Whether there is a way to it is another matter.
	check(_client.connect_to("192.0.2.1", 7001) != ERR_UNAUTHORIZED, "a certificate is looked at")
	_client.close()
	_client.tls = TLSOptions.client_unsafe()
	_client.insecure = true
	check(_client.connect_to("192.0.2.1", 7001) != ERR_UNAUTHORIZED, "who says so may")
	_client.close()


func test_the_same_token_connects() -> void:
	_server.token = TOKEN
	_client.token = TOKEN
	await _connect()
	equal(_log, ["server: connected", "client: connected"], "handshake")
	_log.clear()
	equal(_client.peer().send(ToyMessage.of("note", "up")), OK, "send")
	await _until(func() -> bool: return _log.size() == 1)
	equal(_log, ["server: note up"], "message")
	_stop()


func test_another_token_or_none_is_refused() -> void:
	_server.token = TOKEN
	_listen()
	_wire_up_client()
	for other: String in ["another token of the tests", ""]:
		_client.token = other
		equal(_client.connect_to("127.0.0.1", _server.port()), OK, "begins")
		await _until(func() -> bool: return _log.size() >= 3)
		_log.sort()
		check(_log[0].begins_with("client: failed 127.0.0.1:"), _log[0])
		check(_log[0].contains("the peer refused the connection: unauthorized: "), _log[0])
		check(_log[2].contains("this side refused the peer: unauthorized: "), _log[2])
		check(not str(_log).contains(TOKEN), "nobody says the token")
		equal(_server.peers(), [], "nobody came in")
		_log.clear()
	_stop()


func test_every_connection_is_challenged_with_a_nonce_of_its_own() -> void:
	_server.token = TOKEN
	_listen()
	var seen := {}
	for i: int in 10:
		var raw := await _raw()
		raw.put_data('{"gdwire":"hello","nonce":"AAAAAAAAAAAAAAAAAAAAAAAA"}\n'.to_utf8_buffer())
		var challenge := await _line(raw)
		check(challenge.begins_with('{"gdwire":"challenge","nonce":"'), challenge)
		equal(challenge.length(), 77, "32 bytes in base64")
		seen[challenge] = true
		raw.disconnect_from_host()
	equal(seen.size(), 10, "ten connections")
	_stop()


func test_settings_that_protect_nothing_are_refused() -> void:
	_server.problem.connect(_on_problem.bind("server"))
	_server.token = "a short secret"
	equal(_server.listen(0), ERR_INVALID_PARAMETER, "short")
	_server.token = TOKEN
	_server.plain = true
	equal(_server.listen(0), ERR_INVALID_PARAMETER, "plain")
	equal(_log, [
		"server: problem a token has at least 16 bytes, this one has 14: make one with ./gdwire token",
		"server: problem a plain peer has no way to prove that it has a token, so plain mode would let in"
		+ " everybody: set token or plain, not both",
	], "texts")
