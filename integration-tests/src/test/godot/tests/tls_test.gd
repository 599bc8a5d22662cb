extends "server_case.gd"
## Server and client under TLS, with certificates that are made for the test.

const KEY_FILE := "user://tls_test.key"
const CERTIFICATE_FILE := "user://tls_test.crt"

var _crypto: Crypto = Crypto.new()
var _key: CryptoKey = CryptoKey.new()
var _certificate: X509Certificate = X509Certificate.new()


func test_messages_travel_both_ways() -> void:
	_use_tls("game")
	await _connect()
	equal(_log, ["server: connected", "client: connected"], "handshake")
	_log.clear()
	equal(_client.peer().send(ToyMessage.of("note", "up ü€😀")), OK, "client")
	equal(_server.broadcast(ToyMessage.of("note", "down")), 1, "server")
	await _until(func() -> bool: return _log.size() == 2)
	_log.sort()
	equal(_log, ["client: note down", "server: note up ü€😀"], "messages")
	_log.clear()
	for i: int in 1000:
		_client.peer().send(ToyMessage.of("note", "n%d" % i))
	await _until(func() -> bool: return _log.size() == 1000)
	equal(_log[999], "server: note n999", "many messages")
	_stop()


func test_an_end_of_either_side_is_a_clean_one() -> void:
	_use_tls("game")
	await _connect()
	_server.broadcast(ToyMessage.of("note", "last"))
	_server.stop()
	await _until(func() -> bool: return _client.peer() == null)
	equal(_log.slice(-2), [
		"client: note last", "client: disconnected the peer closed the connection",
	], "the end comes behind the last message")


func test_a_queue_that_grows_while_the_network_is_full_arrives_as_it_was() -> void:
	_use_tls("game")
	await _connect()
	_log.clear()
	var sent: Array[String] = []
	var error := OK
	# Nobody reads meanwhile; the network takes some 4 MB.
	for i: int in 9000:
		var text := "%d " % i + "y".repeat(i * 37 % 990)
		sent.append("server: note " + text)
		if error == OK:
			error = _client.peer().send(ToyMessage.of("note", text))
	equal(error, OK, "sending")
	check(_client.peer().queued_bytes() > 0, "the network is full")
	await _until(func() -> bool: return _log.size() >= sent.size())
	check(_log == sent, "all came, in order: %d" % _log.size())
	_stop()


func test_another_certificate_is_refused_on_both_sides() -> void:
	_use_tls("game")
	var other := _crypto.generate_self_signed_certificate(_crypto.generate_rsa(2048), "CN=game")
	_client.tls = TLSOptions.client(other, "game")
	_listen()
	_wire_up_client()
	equal(_client.connect_to("127.0.0.1", _server.port()), OK, "connect")
	await _until(func() -> bool: return _log.size() >= 3)
	_log.sort()
	check(_log[0].begins_with("client: failed 127.0.0.1:"), _log[0])
	check(_log[0].contains("the server's certificate is not the one in tls"), _log[0])
	check(_log[2].begins_with("server: problem"), _log[2])
	check(_log[2].contains("the client does not accept this server's certificate"), _log[2])
	_stop()


func test_a_client_without_tls_is_told() -> void:
	_use_tls("game")
	_client.tls = null
	_listen()
	_wire_up_client()
	equal(_client.connect_to("127.0.0.1", _server.port()), OK, "connect")
	await _until(func() -> bool: return _log.size() >= 3)
	_log.sort()
	check(_log[0].ends_with(
		"not_a_hello: the first line is not in TLS: one side uses TLS, the other does not; give TLS to"
		+ " both, or to none"
	), _log[0])
	check(_log[2].contains("the peer speaks without TLS: one side uses TLS"), _log[2])
	_stop()


func test_a_server_without_tls_is_told_and_tells() -> void:
	_use_tls("game")
	_server.tls = null
	_listen()
	_wire_up_client()
	equal(_client.connect_to("127.0.0.1", _server.port()), OK, "connect")
	await _until(func() -> bool: return _log.size() >= 3)
	_log.sort()
	check(_log[0].ends_with(
		"the peer speaks without TLS: one side uses TLS, the other does not; give TLS to both, or to none"
	), _log[0])
	check(_log[2].contains("the peer speaks TLS here: one side uses TLS"), _log[2])
	_stop()


func test_who_stalls_in_the_handshake_is_dropped() -> void:
	_use_tls("game")
	_server.handshake_timeout_s = 0.2
	_listen()
	for plain: bool in [false, true]:
		_log.clear()
		_server.plain = plain
		var raw := await _raw()
		equal(raw.put_data(PackedByteArray([0x16, 3, 1, 0x7f])), OK, "half a record")
		await _until(func() -> bool: return not _log.is_empty())
		check(_log[0].contains("the handshake of TLS was not done within 0.2 s"), _log[0])
		await _until(func() -> bool:
			raw.poll()
			return raw.get_status() != StreamPeerTCP.STATUS_CONNECTED)
	_stop()


func test_a_server_that_stalls_is_left() -> void:
	var silent := TCPServer.new()
	equal(silent.listen(0, "127.0.0.1"), OK, "listen")
	_use_tls("game")
	_client.handshake_timeout_s = 0.2
	_wire_up_client()
	equal(_client.connect_to("127.0.0.1", silent.get_local_port()), OK, "connect")
	await _until(func() -> bool: return _client.peer() == null)
	check(_log[-1].contains("the handshake of TLS was not done within 0.2 s"), _log[-1])
	silent.stop()


func test_a_stream_that_is_cut_off_is_told() -> void:
	_use_tls("game")
	_listen()
	var raw := await _raw()
	raw.set_no_delay(true)
	var secured := StreamPeerTLS.new()
	equal(secured.connect_to_stream(raw, "game", TLSOptions.client(_certificate)), OK, "TLS")
	while secured.get_status() == StreamPeerTLS.STATUS_HANDSHAKING:
		secured.poll()
		_server.poll()
		await frame()
	equal(secured.put_data("{\"gdwire\":\"hel".to_utf8_buffer()), OK, "half a line")
	await frame()
	_server.poll()
	raw.disconnect_from_host()
	await _until(func() -> bool: return not _log.is_empty())
	check(_log[0].contains("TLS ended in a way that may hide a loss"), _log[0])
	_stop()


func test_each_side_has_its_options() -> void:
	_use_tls("game")
	_server.problem.connect(_on_problem.bind("server"))
	_client.problem.connect(_on_problem.bind("client"))
	var of_server := _server.tls
	_server.tls = _client.tls
	_client.tls = of_server
	equal(_server.listen(0), ERR_INVALID_PARAMETER, "server")
	equal(_client.connect_to("127.0.0.1", 7001), ERR_INVALID_PARAMETER, "client")
	equal(_log, [
		"server: problem tls of a server is TLSOptions.server(key, certificate)",
		"client: problem tls of a client is TLSOptions.client(certificate, name)",
	], "what to do")


func _use_tls(name: String) -> void:
	_load_pair()
	_server.tls = TLSOptions.server(_key, _certificate)
	_client.tls = TLSOptions.client(_certificate, name)


## Made once, and kept in files: that takes long, and a script's own variables would outlive the run.
func _load_pair() -> void:
	if FileAccess.file_exists(KEY_FILE) and FileAccess.file_exists(CERTIFICATE_FILE):
		equal(_key.load(KEY_FILE), OK, "the key")
		equal(_certificate.load(CERTIFICATE_FILE), OK, "the certificate")
		return
	_key = _crypto.generate_rsa(2048)
	_certificate = _crypto.generate_self_signed_certificate(_key, "CN=game")
	equal(_key.save(KEY_FILE), OK, "the key")
	equal(_certificate.save(CERTIFICATE_FILE), OK, "the certificate")
