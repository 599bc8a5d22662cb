extends SceneTree
## A game that talks for long: sends a row of numbered messages and requests, checks the row that
## comes, does what it is told meanwhile, and tells what it sees.
##
## Its arguments, each [code]name=value[/code]: [code]listen[/code] or [code]connect[/code] (a port),
## [code]sessions[/code] (no), [code]send[/code] and [code]expect[/code] (how many of the row),
## [code]token[/code], [code]tls[/code] (yes), [code]silence[/code] and [code]resume[/code]
## (seconds), [code]kept[/code] (bytes), [code]close[/code] (yes: as soon as it is connected).

const GdwireClient = preload("res://addons/gdwire/client.gd")
const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireEndpoint = preload("res://addons/gdwire/endpoint.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")
const SiegeApi = preload("res://siege/siege.gd")
const SiegeDispatcher = preload("res://siege/siege_dispatcher.gd")

const SENT_PER_FRAME := 15
const EACH_REQUEST := 40
const EACH_BLOB := 29
const FLOATS := 300

var _siege: SiegeDispatcher = SiegeDispatcher.new()
var _server: GdwireServer = null
var _client: GdwireClient = null
var _peer: GdwireConnection = null
var _arguments: Dictionary = {}
var _sent: int = 0
var _got: int = 0
var _asked: int = 0
var _answered: int = 0
var _is_done: bool = false
var _paused_until: int = 0


func _initialize() -> void:
	OS.low_processor_usage_mode_sleep_usec = 300
	for argument: String in OS.get_cmdline_user_args():
		_arguments[argument.get_slice("=", 0)] = argument.get_slice("=", 1)
	_siege.on_ask(_answer)
	_siege.echo.connect(_on_echo)
	_siege.load.connect(_on_load)
	if _arguments.has("listen"):
		_listen()
	else:
		_connect()


func _process(_delta: float) -> bool:
	if paused and Time.get_ticks_msec() < _paused_until:
		return false
	paused = false
	if _server != null:
		_server.poll()
	else:
		_client.poll()
	_send_some()
	if not _is_done and _is_all_done():
		_is_done = true
		print("game: done")
	return false


func _listen() -> void:
	_server = GdwireServer.new()
	_server.sessions = _text("sessions") != "no"
	_prepare(_server)
	if _text("tls") == "yes":
		var key := CryptoKey.new()
		var certificate := X509Certificate.new()
		if key.load("res://pair.key") != OK or certificate.load("res://pair.crt") != OK:
			quit(1)
		_server.tls = TLSOptions.server(key, certificate)
	if _server.listen(_number("listen", 0)) != OK:
		quit(1)
	print("game: listening on ", _server.port())


func _connect() -> void:
	_client = GdwireClient.new()
	_client.reconnect = _text("sessions") != "no"
	_client.connection_failed.connect(_on_failed)
	_prepare(_client)
	if _text("tls") == "yes":
		var certificate := X509Certificate.new()
		if certificate.load("res://pair.crt") != OK:
			quit(1)
		_client.tls = TLSOptions.client(certificate, "gdwire")
	if _client.connect_to("127.0.0.1", _number("connect", 0)) != OK:
		quit(1)


func _prepare(endpoint: GdwireEndpoint) -> void:
	endpoint.token = _text("token")
	endpoint.kept_bytes = _number("kept", endpoint.kept_bytes)
	if _arguments.has("silence"):
		endpoint.silence_s = _text("silence").to_float()
	if _arguments.has("resume"):
		endpoint.resume_timeout_s = _text("resume").to_float()
	endpoint.peer_connected.connect(_on_connected)
	endpoint.peer_suspended.connect(_on_suspended)
	endpoint.peer_resumed.connect(_on_resumed)
	endpoint.session_lost.connect(_on_lost)
	endpoint.peer_disconnected.connect(_on_disconnected)
	endpoint.problem.connect(_on_problem)
	endpoint.use(_siege)


func _send_some() -> void:
	for _i: int in SENT_PER_FRAME:
		if _peer == null or not _peer.is_open() or _sent == _number("send", 0):
			return
		var error := _send_of_row(_sent)
		if error == ERR_BUSY:
			return
		if error != OK:
			print("game: fault: message %d was not sent: %s" % [_sent, error_string(error)])
			quit(1)
			return
		_sent += 1
		if _sent % EACH_REQUEST == 0:
			_ask(_sent)


func _send_of_row(number: int) -> Error:
	if number % EACH_BLOB == 0:
		var blob := SiegeApi.Load.of()
		blob.packed = _floats(number)
		return _peer.send(blob)
	return _peer.send(SiegeApi.Echo.of(_row(number)))


func _ask(number: int) -> void:
	_asked += 1
	var peer := _peer
	var answer := await peer.request(SiegeApi.Ask.of(number), 120.0)
	var reply := answer.message as SiegeApi.Answer
	if reply == null:
		print("game: unanswered: ", answer.error)
	elif reply.n != number + 1:
		print("game: fault: %d was answered with %d" % [number, reply.n])
	else:
		_answered += 1


func _is_all_done() -> bool:
	return (
		_sent > 0 and _sent == _number("send", 0) and _got == _number("expect", 0)
		and _asked == _answered
	)


## A negative number is thought about for so many milliseconds.
func _answer(request: SiegeApi.Ask, peer: GdwireConnection) -> SiegeApi.Answer:
	_check(peer)
	if request.n < 0:
		print("game: thinking")
		await create_timer(-request.n / 1000.0).timeout
	return SiegeApi.Answer.of(request.n + 1)


func _on_echo(message: SiegeApi.Echo, peer: GdwireConnection) -> void:
	_check(peer)
	if message.text.begins_with("do:"):
		_do(message.text.trim_prefix("do:"), peer)
	elif message.text == _row(_got):
		_got += 1
	else:
		print("game: fault: message %d is %s" % [_got, message.text.left(40)])


func _on_load(message: SiegeApi.Load, peer: GdwireConnection) -> void:
	_check(peer)
	if message.packed == _floats(_got):
		_got += 1
	else:
		print("game: fault: message %d has %d other floats" % [_got, message.packed.size()])


## What Java tells it to do.
func _do(words: String, peer: GdwireConnection) -> void:
	print("game: doing ", words)
	var milliseconds := words.get_slice(" ", 1).to_int()
	match words.get_slice(" ", 0):
		"stall":
			OS.delay_msec(milliseconds)
		"away":
			peer.say_away(milliseconds / 1000.0 + 1.0)
			OS.delay_msec(milliseconds)
		"pause":
			_paused_until = Time.get_ticks_msec() + milliseconds
			paused = true
		"close":
			peer.close()
		"ask":
			_ask(milliseconds)
		"say":
			for number: int in milliseconds:
				_send_of_row(number)
	print("game: did ", words)


func _check(peer: GdwireConnection) -> void:
	if peer != _peer:
		print("game: fault: a message of another peer")


func _on_connected(peer: GdwireConnection) -> void:
	_peer = peer
	print("game: connected, session: ", peer.has_session())
	if _text("close") == "yes":
		peer.close()


func _on_suspended(peer: GdwireConnection, reason: String) -> void:
	_check(peer)
	print("game: suspended: ", reason)


func _on_resumed(peer: GdwireConnection) -> void:
	_check(peer)
	print("game: resumed")


func _on_lost(peer: GdwireConnection, reason: String, unacknowledged: int) -> void:
	_check(peer)
	print("game: lost %d: %s" % [unacknowledged, reason])


func _on_disconnected(peer: GdwireConnection, reason: String) -> void:
	_check(peer)
	print("game: disconnected: ", reason)


func _on_failed(reason: String) -> void:
	print("game: failed: ", reason)


func _on_problem(text: String, _its_peer: GdwireConnection) -> void:
	print("game: problem: ", text)


func _text(argument: String) -> String:
	return _arguments.get(argument, "")


func _number(argument: String, otherwise: int) -> int:
	return _text(argument).to_int() if _arguments.has(argument) else otherwise


## The text of a number in the row; Java makes the same.
static func _row(number: int) -> String:
	return "%d:%s" % [number, String.chr(97 + number % 26).repeat(number * number % 997)]


static func _floats(number: int) -> PackedFloat32Array:
	var floats := PackedFloat32Array()
	floats.resize(FLOATS)
	floats.fill(number)
	return floats
