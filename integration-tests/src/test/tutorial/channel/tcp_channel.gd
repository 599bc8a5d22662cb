extends Node
## The tutorial's channel, as people wrote it: it parses whatever is in its buffer, so it wedges on two lines at once.

signal received_json(data)

var server := TCPServer.new()
var peer: StreamPeerTCP
var buffer := ""


func listen(port: int) -> int:
	var error := server.listen(port, "127.0.0.1")
	return server.get_local_port() if error == OK else -1


func poll() -> void:
	if peer == null and server.is_connection_available():
		peer = server.take_connection()
	if peer == null:
		return
	peer.poll()
	var available := peer.get_available_bytes()
	if available > 0:
		buffer += peer.get_utf8_string(available)
		var json := JSON.new()
		if json.parse(buffer) == OK:
			buffer = ""
			received_json.emit(json.data)


func send_json(data) -> void:
	peer.put_data((JSON.stringify(data) + "\n").to_utf8_buffer())
