extends SceneTree
## The game of [code]./gdwire soak --godot[/code]: sends numbered messages and requests as fast as it
## can, checks all that comes, and reports at the end.

const Content = preload("res://content.gd")
const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")
const Ledger = preload("res://ledger.gd")
const SoakApi = preload("res://soak/soak.gd")
const SoakDispatcher = preload("res://soak/soak_dispatcher.gd")

## How many more messages than it has received it may have sent, by turns of so many messages.
const SHORT_LEAD := 1000
const LONG_LEAD := 20_000
const TURN := 25_000
## The longest that one frame sends, in microseconds: what comes is to be read too.
const SENDING_USEC := 5000
## More problems are not printed.
const MOST_PROBLEMS := 200
## No time-out ends a request here.
const LONG_S := 43_200.0

var _soak: SoakDispatcher = SoakDispatcher.new()
var _server: GdwireServer = GdwireServer.new()
var _peer: GdwireConnection
var _messages: Ledger = Ledger.new("messages that the game received")
var _requests: Ledger = Ledger.new("requests that the game received")
var _from_game: Content
var _from_java: Content
var _asked_by_game: Content
var _asked_by_java: Content
var _answered_by_game: Content
var _answered_by_java: Content
var _sent: int = 0
var _asked: int = 0
var _waiting: int = 0
var _most_waiting: int = 0
var _resumes: int = 0
var _finish: SoakApi.Finish
var _reported: bool = false
var _problems: int = 0
var _faults: Array[String] = []


func _initialize() -> void:
	_soak.start.connect(_on_start)
	_soak.numbered.connect(_on_numbered)
	_soak.finish.connect(_on_finish)
	_soak.on_ask(_answer)
	_server.use(_soak)
	_server.sessions = true
	_server.latency = GdwireServer.Latency.FAST
	_server.peer_resumed.connect(_on_resumed)
	_server.session_lost.connect(_on_lost)
	_server.problem.connect(_on_problem)
	if FileAccess.file_exists("res://pair.key"):
		_protect()
	if _server.listen(0) != OK:
		quit(1)
	print("soak: listening on %d as process %d" % [_server.port(), OS.get_process_id()])


func _process(_delta: float) -> bool:
	_server.poll()
	if _peer != null and _faults.is_empty():
		if _finish == null:
			_ask_more()
			_send_more()
		elif _waiting == 0 and not _reported:
			_report()
	return false


func _protect() -> void:
	var key := CryptoKey.new()
	var certificate := X509Certificate.new()
	if key.load("res://pair.key") != OK or certificate.load("res://pair.crt") != OK:
		quit(1)
	_server.tls = TLSOptions.server(key, certificate)


func _send_more() -> void:
	var until := Time.get_ticks_usec() + SENDING_USEC
	while Time.get_ticks_usec() < until and _sent - _messages.received < _lead():
		var number := _sent + 1
		var message := SoakApi.Numbered.of(number, _from_game.text(number))
		if _from_game.has_values(number):
			message.values = _from_game.values(number)
		var error := _peer.send(message)
		if error == ERR_BUSY:
			return
		if error != OK:
			_fault("message %d was not sent: %s" % [number, error_string(error)])
			return
		_sent = number


func _lead() -> int:
	@warning_ignore("integer_division")
	return SHORT_LEAD if _sent / TURN % 2 == 0 else LONG_LEAD


func _ask_more() -> void:
	var before := -1
	while _waiting < _most_waiting and before != _asked:
		before = _asked
		_ask()


## One request. Where there is no room for it, it is as if it had not been.
func _ask() -> void:
	var number := _asked + 1
	_asked = number
	_waiting += 1
	var text := _asked_by_game.text(number)
	var answer := await _peer.request(SoakApi.Ask.of(number, text), LONG_S)
	_waiting -= 1
	if answer.ok():
		var reply: SoakApi.Answer = answer.message
		if reply.number != number or reply.text != _answered_by_java.text(number):
			_fault("request %d of the game has another answer than it must" % number)
	elif _asked == number and answer.error.begins_with("the request was not sent"):
		_asked = number - 1
	else:
		_fault("request %d of the game failed: %s" % [number, answer.error])


func _answer(request: SoakApi.Ask, _from: GdwireConnection) -> SoakApi.Answer:
	var number := request.number
	_requests.arrived(number, request.text == _asked_by_java.text(number))
	return SoakApi.Answer.of(number, _answered_by_game.text(number))


func _on_start(message: SoakApi.Start, peer: GdwireConnection) -> void:
	_most_waiting = message.in_flight
	_from_game = Content.new(message.content_seed, Content.Stream.FROM_GAME)
	_from_java = Content.new(message.content_seed, Content.Stream.FROM_JAVA)
	_asked_by_game = Content.new(message.content_seed, Content.Stream.ASKED_BY_GAME)
	_asked_by_java = Content.new(message.content_seed, Content.Stream.ASKED_BY_JAVA)
	_answered_by_game = Content.new(message.content_seed, Content.Stream.ANSWERED_BY_GAME)
	_answered_by_java = Content.new(message.content_seed, Content.Stream.ANSWERED_BY_JAVA)
	_peer = peer


func _on_numbered(message: SoakApi.Numbered, _from: GdwireConnection) -> void:
	_messages.arrived(message.number, _is_as_sent(message))


func _is_as_sent(message: SoakApi.Numbered) -> bool:
	var number := message.number
	if message.text != _from_java.text(number):
		return false
	if message.has_values() != _from_java.has_values(number):
		return false
	return not message.has_values() or message.values == _from_java.values(number)


func _on_finish(message: SoakApi.Finish, _from: GdwireConnection) -> void:
	_finish = message


func _report() -> void:
	_messages.end(_finish.sent)
	_requests.end(_finish.asked)
	var all: Array[String] = []
	all.append_array(_messages.faults)
	all.append_array(_requests.faults)
	var error := _peer.send(
		SoakApi.Report.of(
			_sent,
			_asked,
			_messages.arrivals(),
			_requests.arrivals(),
			_resumes,
			OS.get_static_memory_peak_usage(),
			all
		)
	)
	# Where there is no room yet, there will be.
	_reported = error == OK
	if error != OK and error != ERR_BUSY:
		_fault("the report was not sent: " + error_string(error))


func _on_resumed(_from: GdwireConnection) -> void:
	_resumes += 1


func _on_lost(_from: GdwireConnection, reason: String, unacknowledged: int) -> void:
	_fault("the game has lost its session: %s; %d not acknowledged" % [reason, unacknowledged])


## Most are what broken connections bring, or that there was no room, which [method _send_more] knows.
func _on_problem(text: String, _from: GdwireConnection) -> void:
	_problems += 1
	if _problems <= MOST_PROBLEMS:
		print("soak: problem: ", text)


## Who runs it reads it.
func _fault(text: String) -> void:
	_faults.append(text)
	print("soak: fault: ", text)
