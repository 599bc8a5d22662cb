extends SceneTree
## The tutorial's game, typed: greets whoever is named in a hello, and sends notes back.

const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")
const TutorialApi = preload("res://tutorial/tutorial.gd")
const TutorialDispatcher = preload("res://tutorial/tutorial_dispatcher.gd")

var _tutorial: TutorialDispatcher = TutorialDispatcher.new()
var _server: GdwireServer = GdwireServer.new()


func _initialize() -> void:
	_tutorial.on_hello(_greet)
	_tutorial.note.connect(_on_note)
	_server.use(_tutorial)
	if _server.listen(0) != OK:
		quit(1)
	print("typed: listening on ", _server.port())


func _process(_delta: float) -> bool:
	_server.poll()
	return false


func _greet(request: TutorialApi.Hello, _peer: GdwireConnection) -> TutorialApi.Greeting:
	return TutorialApi.Greeting.of("Hello, %s!" % request.hello)


func _on_note(message: TutorialApi.Note, peer: GdwireConnection) -> void:
	peer.send(TutorialApi.Note.of(message.text))
