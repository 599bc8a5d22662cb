extends SceneTree
## A game under attack: answers what honest peers ask, and tells what it has used.

const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")
const SiegeApi = preload("res://siege/siege.gd")
const SiegeDispatcher = preload("res://siege/siege_dispatcher.gd")

var _siege: SiegeDispatcher = SiegeDispatcher.new()
var _server: GdwireServer = GdwireServer.new()
var _problems: int = 0
var _gone: int = 0


func _initialize() -> void:
	_siege.on_ask(_answer)
	_siege.on_usage(_tell_usage)
	_siege.echo.connect(_on_echo)
	_server.use(_siege)
	_server.latency = GdwireServer.Latency.FAST
	_server.max_peers = 64
	_server.problem.connect(_on_problem)
	_server.peer_disconnected.connect(_on_gone)
	if _server.listen(0) != OK:
		quit(1)
	print("siege: listening on ", _server.port())


func _process(_delta: float) -> bool:
	_server.poll()
	return false


## A negative number is thought about for longer than anybody waits.
func _answer(request: SiegeApi.Ask, _peer: GdwireConnection) -> SiegeApi.Answer:
	if request.n < 0:
		await create_timer(3600.0).timeout
	return SiegeApi.Answer.of(request.n + 1)


func _tell_usage(_request: SiegeApi.Usage, _peer: GdwireConnection) -> SiegeApi.Used:
	return SiegeApi.Used.of(OS.get_static_memory_usage(), Engine.get_process_frames())


func _on_echo(message: SiegeApi.Echo, peer: GdwireConnection) -> void:
	peer.send(SiegeApi.Echo.of(message.text))


func _on_problem(_text: String, _peer: GdwireConnection) -> void:
	_problems += 1


func _on_gone(_peer: GdwireConnection, _reason: String) -> void:
	_gone += 1
	if OS.get_cmdline_user_args().has("tell"):
		print("siege: gone ", _gone)
