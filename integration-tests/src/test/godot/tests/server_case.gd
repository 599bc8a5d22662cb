extends "res://harness/test_case.gd"
## Server and client over real sockets, in one process: what their tests have in common.

const Answer = preload("res://addons/gdwire/answer.gd")
const GdwireClient = preload("res://addons/gdwire/client.gd")
const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireMessage = preload("res://addons/gdwire/message.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")
const ToyDispatcher = preload("toy/toy_dispatcher.gd")
const ToyMessage = preload("toy/toy_message.gd")

var _server: GdwireServer = GdwireServer.new()
var _client: GdwireClient = GdwireClient.new()
var _server_toy: ToyDispatcher = ToyDispatcher.new()
var _client_toy: ToyDispatcher = ToyDispatcher.new()
## What happened, in order.
var _log: Array[String] = []
var _answers: Array[Answer] = []


func _answer_late(query: ToyMessage, _peer: GdwireConnection) -> GdwireMessage:
	await frame()
	while query.text == "never" and _server.port() > 0:
		await frame()
	return null if query.text == "bad" else ToyMessage.of("result", "of " + query.text)


func _ask(peer: GdwireConnection, query: ToyMessage, timeout_s: float) -> void:
	var answer := await peer.request(query, timeout_s)
	_answers.append(answer)


func _text_of(answer: Answer) -> String:
	if not answer.ok():
		return answer.error
	var message: ToyMessage = answer.message
	return "%s %s" % [message.tag(), message.text]


func _listen() -> void:
	_server.use(_server_toy)
	_server.peer_connected.connect(_on_connected.bind("server"))
	_server.peer_disconnected.connect(_on_gone.bind("server"))
	_server.problem.connect(_on_problem.bind("server"))
	_server.message_received.connect(_on_other)
	_server.received_json.connect(_on_json)
	_server_toy.note.connect(_on_note.bind("server"))
	equal(_server.listen(0), OK, "listen")


func _wire_up_client() -> void:
	_client.use(_client_toy)
	_client.peer_connected.connect(_on_connected.bind("client"))
	_client.peer_disconnected.connect(_on_gone.bind("client"))
	_client.problem.connect(_on_problem.bind("client"))
	_client.connection_failed.connect(_on_failed)
	_client_toy.note.connect(_on_note.bind("client"))


func _connect() -> void:
	_listen()
	_wire_up_client()
	equal(_client.connect_to("127.0.0.1", _server.port()), OK, "connect")
	await _until(func() -> bool: return _log.size() >= 2)


func _stop() -> void:
	_client.close()
	_server.stop()


## Polls both sides until a condition holds; at most 2000 frames, so that a failure ends.
func _until(condition: Callable) -> void:
	for i: int in 2000:
		_server.poll()
		_client.poll()
		if condition.call():
			return
		await frame()
	check(false, "it never came; so far: %s" % [_log.slice(-20)])


func _raw() -> StreamPeerTCP:
	var raw := StreamPeerTCP.new()
	equal(raw.connect_to_host("127.0.0.1", _server.port()), OK, "raw peer")
	while raw.get_status() == StreamPeerTCP.STATUS_CONNECTING:
		raw.poll()
		await frame()
	return raw


func _line(raw: StreamPeerTCP) -> String:
	var bytes := PackedByteArray()
	for i: int in 2000:
		_server.poll()
		raw.poll()
		if raw.get_available_bytes() > 0:
			var part: Array = raw.get_partial_data(raw.get_available_bytes())
			var more: PackedByteArray = part[1]
			bytes.append_array(more)
		if bytes.has(10):
			break
		await frame()
	return bytes.get_string_from_utf8().strip_edges()


func _on_note(message: ToyMessage, _peer: GdwireConnection, side: String) -> void:
	_log.append("%s: note %s" % [side, message.text])


func _end_in_a_handler(_message: ToyMessage, _peer: GdwireConnection, end: Callable) -> void:
	end.call()


func _on_other(message: GdwireMessage, _peer: GdwireConnection) -> void:
	_log.append("server: other " + message.tag())


func _on_json(data: Dictionary, _peer: GdwireConnection) -> void:
	_log.append("server: json %s" % data)


func _on_connected(_peer: GdwireConnection, side: String) -> void:
	_log.append("%s: connected" % side)


func _on_failed(reason: String) -> void:
	_log.append("client: failed " + reason)


func _on_gone(_peer: GdwireConnection, reason: String, side: String) -> void:
	_log.append("%s: disconnected %s" % [side, reason])


func _on_problem(text: String, _peer: GdwireConnection, side: String) -> void:
	_log.append("%s: problem %s" % [side, text])
