extends SceneTree
## A game that connects under TLS, to the port that its only argument names, and sends notes back.

const GdwireClient = preload("res://addons/gdwire/client.gd")
const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const TutorialApi = preload("res://tutorial/tutorial.gd")
const TutorialDispatcher = preload("res://tutorial/tutorial_dispatcher.gd")

var _tutorial: TutorialDispatcher = TutorialDispatcher.new()
var _client: GdwireClient = GdwireClient.new()


func _initialize() -> void:
	OS.low_processor_usage_mode_sleep_usec = 300
	var certificate := X509Certificate.new()
	if certificate.load("res://pair.crt") != OK:
		quit(1)
	_client.tls = TLSOptions.client(certificate, "gdwire")
	_client.connection_failed.connect(_on_failed)
	_client.peer_disconnected.connect(_on_gone)
	_client.problem.connect(_on_problem)
	_tutorial.note.connect(_on_note)
	_client.use(_tutorial)
	if _client.connect_to("127.0.0.1", OS.get_cmdline_user_args()[0].to_int()) != OK:
		quit(1)


func _process(_delta: float) -> bool:
	_client.poll()
	return false


func _on_note(message: TutorialApi.Note, peer: GdwireConnection) -> void:
	peer.send(TutorialApi.Note.of(message.text))


func _on_failed(reason: String) -> void:
	print("tls: failed ", reason)


func _on_gone(_peer: GdwireConnection, reason: String) -> void:
	print("tls: gone ", reason)


func _on_problem(text: String, _peer: GdwireConnection) -> void:
	print("tls: problem ", text)
