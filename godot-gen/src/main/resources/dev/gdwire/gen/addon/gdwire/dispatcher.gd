extends RefCounted
## Base of a generated dispatcher: hands messages to typed signals, and requests to handlers.

const GdwireConnection = preload("connection.gd")
const GdwireMessage = preload("message.gd")
const GdwireProtocol = preload("protocol.gd")


## The schema set whose messages are dispatched.
func protocol() -> GdwireProtocol:
	return null


## Emits the message's signal. False when nobody is connected to it, or it has none.
func dispatch(_message: GdwireMessage, _peer: GdwireConnection) -> bool:
	return false


## Whether a handler is set for the request with this tag.
func handles(_tag: String) -> bool:
	return false


## Calls the request's handler, which may be a coroutine, and gives its answer. Null when the
## handler failed or answered with something else than the reply that the schema names.
func answer(_message: GdwireMessage, _peer: GdwireConnection) -> GdwireMessage:
	return null
