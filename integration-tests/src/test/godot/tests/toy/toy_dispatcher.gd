extends "res://addons/gdwire/dispatcher.gd"
## Dispatcher of the toy protocol.

signal note(message: ToyMessage, peer: GdwireConnection)

const Toy = preload("toy.gd")
const ToyMessage = preload("toy_message.gd")

var toy: Toy = Toy.new()
var query_handler: Callable = Callable()


func protocol() -> GdwireProtocol:
	return toy


func dispatch(message: GdwireMessage, peer: GdwireConnection) -> bool:
	if message.tag() != "note" or note.get_connections().is_empty():
		return false
	var typed: ToyMessage = message
	note.emit(typed, peer)
	return true


func handles(tag: String) -> bool:
	return tag == "query" and query_handler.is_valid()


func answer(message: GdwireMessage, peer: GdwireConnection) -> GdwireMessage:
	var result: Variant = await query_handler.call(message, peer)
	if result is GdwireMessage:
		return result
	return null
