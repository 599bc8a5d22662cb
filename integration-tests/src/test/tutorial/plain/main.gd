extends SceneTree
## The tutorial's game on Gdwire's add-on: a plain server that answers every object with {"echo": ...}.

const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")

var _server: GdwireServer = GdwireServer.new()


func _initialize() -> void:
	_server.plain = true
	_server.received_json.connect(_on_received_json)
	if _server.listen(0) != OK:
		quit(1)
	print("plain: listening on ", _server.port())


func _process(_delta: float) -> bool:
	_server.poll()
	return false


func _on_received_json(data: Dictionary, peer: GdwireConnection) -> void:
	peer.send_json({"echo": data})
