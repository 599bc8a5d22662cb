extends SceneTree
## The tutorial's game, typed and guarded by the token of the environment variable GAME_TOKEN: listens,
## or, with a port as its argument, connects to a Java program there.

const GdwireClient = preload("res://addons/gdwire/client.gd")
const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")
const TutorialApi = preload("res://tutorial/tutorial.gd")
const TutorialDispatcher = preload("res://tutorial/tutorial_dispatcher.gd")

var _tutorial: TutorialDispatcher = TutorialDispatcher.new()
var _server: GdwireServer = GdwireServer.new()
var _client: GdwireClient = GdwireClient.new()


func _initialize() -> void:
	_tutorial.on_hello(_greet)
	_server.problem.connect(_tell)
	_client.problem.connect(_tell)
	_server.peer_disconnected.connect(_tell_end)
	_server.token = OS.get_environment("GAME_TOKEN")
	_client.token = _server.token
	_server.use(_tutorial)
	_client.use(_tutorial)
	var arguments := OS.get_cmdline_user_args()
	if arguments.is_empty():
		if _server.listen(0) != OK:
			quit(1)
		print("guarded: listening on ", _server.port())
	elif _client.connect_to("127.0.0.1", arguments[0].to_int()) != OK:
		quit(1)


func _process(_delta: float) -> bool:
	_server.poll()
	_client.poll()
	return false


func _greet(request: TutorialApi.Hello, _peer: GdwireConnection) -> TutorialApi.Greeting:
	return TutorialApi.Greeting.of("Hello, %s!" % request.hello)


func _tell(text: String, _peer: GdwireConnection) -> void:
	print("guarded: problem: ", text)


func _tell_end(_peer: GdwireConnection, reason: String) -> void:
	print("guarded: disconnected: ", reason)
