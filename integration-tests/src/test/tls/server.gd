extends SceneTree
## The tutorial's game under TLS: greets whoever is named in a hello, and sends notes back.

const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")
const TutorialApi = preload("res://tutorial/tutorial.gd")
const TutorialDispatcher = preload("res://tutorial/tutorial_dispatcher.gd")

var _tutorial: TutorialDispatcher = TutorialDispatcher.new()
var _server: GdwireServer = GdwireServer.new()


func _initialize() -> void:
	OS.low_processor_usage_mode_sleep_usec = 300
	var key := CryptoKey.new()
	var certificate := X509Certificate.new()
	if key.load("res://pair.key") != OK or certificate.load("res://pair.crt") != OK:
		quit(1)
	_server.tls = TLSOptions.server(key, certificate)
	if OS.get_cmdline_user_args().has("hurried"):
		_server.poll_budget_ms = 0.0
	_server.problem.connect(_on_problem)
	_tutorial.on_hello(_greet)
	_tutorial.note.connect(_on_note)
	_server.use(_tutorial)
	if _server.listen(0) != OK:
		quit(1)
	print("tls: listening on ", _server.port())


func _process(_delta: float) -> bool:
	_server.poll()
	return false


func _greet(request: TutorialApi.Hello, _peer: GdwireConnection) -> TutorialApi.Greeting:
	return TutorialApi.Greeting.of("Hello, %s!" % request.hello)


func _on_note(message: TutorialApi.Note, peer: GdwireConnection) -> void:
	peer.send(TutorialApi.Note.of(message.text))


func _on_problem(text: String, _peer: GdwireConnection) -> void:
	print("tls: problem ", text)
