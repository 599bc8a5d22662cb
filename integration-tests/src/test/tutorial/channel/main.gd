extends Node
## Answers everything that the channel receives with {"echo": ...}.

const TcpChannel = preload("res://tcp_channel.gd")

var channel := TcpChannel.new()


func _ready() -> void:
	channel.received_json.connect(_on_received_json)
	print("channel: listening on ", channel.listen(0))


func _process(_delta: float) -> void:
	channel.poll()


func _on_received_json(data) -> void:
	channel.send_json({"echo": data})
