extends SceneTree
## Sends every message of the set "rich" back to whoever sent it.

const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireMessage = preload("res://addons/gdwire/message.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")
const RichDispatcher = preload("res://rich/rich_dispatcher.gd")

var _rich: RichDispatcher = RichDispatcher.new()
var _server: GdwireServer = GdwireServer.new()


func _initialize() -> void:
	OS.low_processor_usage_mode_sleep_usec = 300
	for arrived: Signal in [
		_rich.awkward, _rich.batch, _rich.keywords, _rich.limits, _rich.maps, _rich.moved,
		_rich.natives, _rich.nested, _rich.order, _rich.packs, _rich.pong, _rich.scalars, _rich.states, _rich.unique,
	]:
		arrived.connect(_echo)
	_server.use(_rich)
	if _server.listen(0) != OK:
		quit(1)
	print("echo: listening on ", _server.port())


func _process(_delta: float) -> bool:
	_server.poll()
	return false


func _echo(message: GdwireMessage, peer: GdwireConnection) -> void:
	peer.send(message)
