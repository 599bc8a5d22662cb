extends "dispatcher.gd"
## What all generated dispatchers have in common.

## The signal of each message (a Signal), by its tag.
var _signals: Dictionary = {}
## The script of the message that answers each request, by the request's tag.
var _replies: Dictionary = {}
## The handlers that were set (each a Callable), by the request's tag.
var _handlers: Dictionary = {}


func dispatch(message: GdwireMessage, peer: GdwireConnection) -> bool:
	if not _signals.has(message.tag()):
		return false
	var arrived: Signal = _signals[message.tag()]
	if arrived.get_connections().is_empty():
		return false
	arrived.emit(message, peer)
	return true


func handles(tag: String) -> bool:
	if not _handlers.has(tag):
		return false
	var handler: Callable = _handlers[tag]
	return handler.is_valid()


func answer(message: GdwireMessage, peer: GdwireConnection) -> GdwireMessage:
	if not handles(message.tag()):
		return null
	var handler: Callable = _handlers[message.tag()]
	@warning_ignore("redundant_await")
	var reply: Variant = await handler.call(message, peer)
	if is_instance_of(reply, _replies[message.tag()]):
		return reply
	return null
