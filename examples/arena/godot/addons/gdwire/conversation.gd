extends RefCounted
## The typed part of a session, once its handshake is done: messages, requests and errors.
##
## Lines in, lines and events out, by way of an outbox. Knows no socket and no clock.

const Answer = preload("answer.gd")
const Core = preload("core/core.gd")
const Event = preload("event.gd")
const GdwireBlob = preload("blob.gd")
const GdwireDecoded = preload("decoded.gd")
const GdwireMessage = preload("message.gd")
const GdwireProtocol = preload("protocol.gd")
const Handshake = preload("handshake.gd")
const JsonLine = preload("json_line.gd")
const Outbox = preload("outbox.gd")
const PendingRequest = preload("pending_request.gd")

## Largest integer that every reader of JSON has exactly: 2^53-1.
const LARGEST := 9007199254740991

## How many requests of this side may wait for an answer.
var max_requests: int = 10_000
## How many requests of the peer's may wait to be answered.
var max_open_requests: int = 10_000

var _outbox: Outbox
var _core: Core = Core.new()
var _protocols: Array[GdwireProtocol] = []
## Discriminator to (tag to protocol).
var _by_discriminator: Dictionary = {}
var _last_id: int = 0
## Our requests, by id.
var _pending: Dictionary = {}
## Tag of the reply, by the id of a request of the peer's that is being answered.
var _answering: Dictionary = {}


func _init(outbox: Outbox, protocols: Array[GdwireProtocol]) -> void:
	_outbox = outbox
	_protocols = protocols
	for protocol: GdwireProtocol in protocols:
		var key := protocol.discriminator()
		var by_tag: Dictionary = _by_discriminator.get_or_add(key, {})
		for tag: String in protocol.tags():
			by_tag[tag] = protocol


## Goes on with another connection: that of the outbox.
func move_to(outbox: Outbox) -> void:
	_outbox = outbox


## Sends a message. The errors are those of [code]connection.gd[/code]'s send.
func send(message: GdwireMessage) -> Error:
	var protocol := _protocol_of(message)
	if protocol == null:
		return ERR_INVALID_PARAMETER
	var error := _sendable(protocol, message)
	return _outbox.put_message(protocol, message) if error == OK else error


## Sends a request, which waits until [param deadline_usec]. Settled at once when it cannot be sent.
func request(message: GdwireMessage, deadline_usec: int) -> PendingRequest:
	var pending := PendingRequest.new()
	pending.deadline_usec = deadline_usec
	if _pending.size() >= max_requests:
		_settle(pending, Answer.of_error((
			"the request was not sent: %d requests of this side wait for an answer, the most at once"
			+ " (max_requests): wait for some, or raise the limit"
		) % _pending.size()))
		return pending
	var protocol := _protocol_of(message)
	var error := ERR_INVALID_PARAMETER if protocol == null else _sendable(protocol, message)
	if error == OK:
		pending.reply_tag = protocol.reply_tag(message.tag())
		if pending.reply_tag.is_empty():
			error = ERR_INVALID_PARAMETER
			_outbox.tell("%s is no request: its schema names no reply" % message.tag())
	if error == OK:
		pending.id = _last_id + 1
		error = _outbox.put_message(protocol, message, "$id", pending.id)
	if error == OK:
		_last_id = pending.id
		_pending[pending.id] = pending
	else:
		pending.id = 0
		_settle(pending, Answer.of_error("the request was not sent: " + error_string(error)))
	return pending


## Answers a request of the peer's. Null, or another message than the schema names, is answered
## with an error. ERR_DOES_NOT_EXIST when it was answered already.
func reply(id: int, message: GdwireMessage, now_usec: int) -> Error:
	if not _answering.has(id):
		return ERR_DOES_NOT_EXIST
	var reply_tag: String = _answering[id]
	_answering.erase(id)
	var protocol := _protocol_of(message) if message != null else null
	if protocol != null and message.tag() == reply_tag and _sendable(protocol, message) == OK:
		var error := _outbox.put_message(protocol, message, "$re", id)
		# Busy: a session that could not keep an answer is lost by it.
		if error == OK or error == ERR_BUSY:
			return error
	_outbox.tell("the handler of a request gave no valid %s to answer it" % reply_tag)
	_error("handler_failed", "the handler gave no valid %s" % reply_tag, "", id, now_usec)
	return ERR_INVALID_DATA


## Answers a request of the peer's with an error, for which there is no handler.
func refuse(id: int, tag: String, now_usec: int) -> void:
	if _answering.erase(id):
		_outbox.tell("no handler is set for the request %s" % tag)
		_error("no_handler", "nothing answers %s here" % tag, "", id, now_usec)


## Takes an object that came, as [param json] has it.
func take(json: JsonLine, now_usec: int) -> void:
	var object := json.object
	if json.has_blobs:
		_spell_out_names(json)
	var id := _number(object, "$id")
	var re := _number(object, "$re")
	if id < 0 or re < 0 or (id > 0 and re > 0):
		_fault("malformed", "$id and $re are integers from 1, and never both", "", 0, now_usec)
	elif json.is_over_limit:
		_take_over_limit(json, id, re, now_usec)
	elif object.has(_core.discriminator()):
		_take_core(json, re, now_usec)
	else:
		_take_message(json, id, re, now_usec)


## Whether somebody waits for an answer, on either side.
func is_awaited() -> bool:
	return not _pending.is_empty() or not _answering.is_empty()


## Gives up the requests whose time has passed.
func advance(now_usec: int) -> void:
	for id: int in _pending.keys():
		var pending: PendingRequest = _pending[id]
		if now_usec >= pending.deadline_usec:
			_pending.erase(id)
			_settle(pending, Answer.of_error("no answer came in time"))


## Settles every request that waits.
func end(reason: String) -> void:
	for id: int in _pending.keys():
		var pending: PendingRequest = _pending[id]
		_settle(pending, Answer.of_error("the connection ended: " + reason))
	_pending.clear()
	_answering.clear()


func _take_over_limit(json: JsonLine, id: int, re: int, now_usec: int) -> void:
	var problem := json.limits.problem
	_settle_badly(re, "the peer's answer is refused: " + problem)
	var core_tag: Variant = json.object.get(_core.discriminator())
	if core_tag is String and core_tag == "error":
		# Errors are never answered, not even when they are broken.
		_outbox.tell("invalid_message: " + problem)
	else:
		_fault("invalid_message", problem, json.limits.path, id, now_usec)


func _take_core(json: JsonLine, re: int, now_usec: int) -> void:
	if _is_bad_error(json, re):
		return
	var decoded := _decode(_core, json, 0, now_usec)
	if decoded == null:
		return
	var message := decoded.message
	if message is Core.Ping:
		var ping: Core.Ping = message
		_outbox.put_core(Core.Pong.of(ping.nonce))
	elif message is Core.Error_:
		var error: Core.Error_ = message
		_take_error(error, re)
	elif message is Core.Fingerprints:
		var theirs: Core.Fingerprints = message
		for protocol: GdwireProtocol in _protocols:
			if protocol.name() == theirs.protocol:
				_outbox.tell(Handshake.differences(protocol, theirs.messages))
	elif not message is Core.Pong:
		_fault("unexpected", "%s after the handshake" % message.tag(), "", 0, now_usec)


## Whether that is an error that cannot be read; it is not answered then, and what it answers ends.
func _is_bad_error(json: JsonLine, re: int) -> bool:
	var core_tag: Variant = json.object[_core.discriminator()]
	if not (core_tag is String and core_tag == "error"):
		return false
	var decoded := _core.decode(json.object)
	if decoded.ok():
		return false
	_settle_badly(re, "the peer's error cannot be read: " + decoded.problem())
	_outbox.tell("invalid_message: " + decoded.problem())
	return true


func _take_error(error: Core.Error_, re: int) -> void:
	var place := " (at %s)" % error.path if error.has_path() else ""
	var text := "%s: %s%s" % [error.code, error.message, place]
	var pending: PendingRequest = _pending.get(re)
	if pending == null:
		_outbox.tell("the peer could not use a line: " + text)
	else:
		_pending.erase(re)
		_settle(pending, Answer.of_error(text))


func _take_message(json: JsonLine, id: int, re: int, now_usec: int) -> void:
	var protocol := _protocol_in(json.object)
	if protocol == null:
		json.spell_out()
		_take_unknown(json.object, id, re, now_usec)
		return
	var tag: String = json.object[protocol.discriminator()]
	if protocol.sender(tag) == GdwireProtocol.Sender.GODOT:
		var text := "%s is sent by the Godot side only" % tag
		_settle_badly(re, text)
		_fault("wrong_direction", text, "", id, now_usec)
	elif re > 0:
		_take_reply(protocol, tag, json, re, now_usec)
	elif id > 0:
		_take_request(protocol, tag, json, id, now_usec)
	else:
		var decoded := _decode(protocol, json, 0, now_usec)
		if decoded != null:
			_outbox.add(Event.of_message(decoded.message, protocol, 0))


func _take_reply(
	protocol: GdwireProtocol, tag: String, json: JsonLine, re: int, now_usec: int
) -> void:
	var pending: PendingRequest = _pending.get(re)
	if pending == null:
		_fault("unexpected", "%s answers no request that waits" % tag, "", 0, now_usec)
	elif pending.reply_tag != tag:
		var text := "the peer answered with %s instead of %s" % [tag, pending.reply_tag]
		_settle_badly(re, text)
		_fault("unexpected", text, "", 0, now_usec)
	else:
		var decoded := _decode(protocol, json, 0, now_usec)
		_pending.erase(re)
		if decoded == null:
			_settle(pending, Answer.of_error("the peer answered with an invalid %s" % tag))
		else:
			_settle(pending, Answer.of_message(decoded.message))


func _take_request(
	protocol: GdwireProtocol, tag: String, json: JsonLine, id: int, now_usec: int
) -> void:
	var reply_tag := protocol.reply_tag(tag)
	if reply_tag.is_empty():
		_fault("unexpected", "%s is no request, yet it has $id" % tag, "", id, now_usec)
	elif _answering.has(id):
		_fault("unexpected", "the request %d is being answered already" % id, "", 0, now_usec)
	elif _answering.size() >= max_open_requests:
		_fault("too_many_requests", (
			"%d requests are open already, the most at once (max_open_requests): wait for answers before"
			+ " you ask more, or raise the limit"
		) % _answering.size(), "", id, now_usec)
	else:
		var decoded := _decode(protocol, json, id, now_usec)
		if decoded != null:
			_answering[id] = reply_tag
			_outbox.add(Event.of_message(decoded.message, protocol, id))


func _take_unknown(object: Dictionary, id: int, re: int, now_usec: int) -> void:
	var tag := ""
	for key: String in _by_discriminator:
		if object.get(key) is String:
			tag = object[key]
	var text := "no message here is called %s" % tag.left(80) if tag != "" else "it has no type tag"
	_settle_badly(re, text)
	_fault("unknown_type", text, "", id, now_usec)
	_outbox.add(Event.unknown(tag, object))


## Tags and numbers of requests are no packed values.
func _spell_out_names(json: JsonLine) -> void:
	for key: String in [_core.discriminator(), "$id", "$re"] + _by_discriminator.keys():
		if json.object.get(key) is GdwireBlob:
			json.spell_out()


## The message; null when there is a fault, which is then reported.
func _decode(
	protocol: GdwireProtocol, json: JsonLine, id: int, now_usec: int
) -> GdwireDecoded:
	var decoded := protocol.decode(json.object)
	# Where no packed value is asked for, a blob is its base64.
	if not decoded.ok() and json.spell_out():
		decoded = protocol.decode(json.object)
	if decoded.ok():
		return decoded
	_fault("invalid_message", decoded.problem(), decoded.path, id, now_usec)
	return null


func _protocol_in(object: Dictionary) -> GdwireProtocol:
	for key: String in _by_discriminator:
		var tag: Variant = object.get(key)
		var by_tag: Dictionary = _by_discriminator[key]
		if tag is String and by_tag.has(tag):
			return by_tag[tag]
	return null


func _protocol_of(message: GdwireMessage) -> GdwireProtocol:
	var tag := message.tag()
	for key: String in _by_discriminator:
		var by_tag: Dictionary = _by_discriminator[key]
		if by_tag.has(tag):
			return by_tag[tag]
	_outbox.tell("%s was not sent: no protocol that both peers speak has it" % tag)
	return null


func _sendable(protocol: GdwireProtocol, message: GdwireMessage) -> Error:
	if protocol.sender(message.tag()) == GdwireProtocol.Sender.JAVA:
		_outbox.tell("%s was not sent: only the Java side may send it" % message.tag())
		return ERR_UNAUTHORIZED
	var problem := message.validate()
	if not problem.is_empty():
		_outbox.tell("%s was not sent: %s" % [message.tag(), problem])
		return ERR_INVALID_DATA
	return OK


func _settle_badly(re: int, reason: String) -> void:
	var pending: PendingRequest = _pending.get(re)
	if pending != null:
		_pending.erase(re)
		_settle(pending, Answer.of_error(reason))


func _settle(pending: PendingRequest, answer: Answer) -> void:
	if pending.settle(answer):
		_outbox.add(Event.answered(pending))


## Reports a line that cannot be used, here and to its sender.
func _fault(code: String, text: String, path: String, re: int, now_usec: int) -> void:
	_outbox.tell("%s: %s" % [code, text])
	_error(code, text, path, re, now_usec)


func _error(code: String, text: String, path: String, re: int, now_usec: int) -> void:
	var error := Core.Error_.of(code, text)
	if not path.is_empty():
		error.path = path
	_outbox.put_error(error, re, now_usec)


## A request's number; 0 when it is absent, -1 when it is no integer from 1 to 2^53-1.
static func _number(object: Dictionary, key: String) -> int:
	var value: Variant = object.get(key)
	if value == null and not object.has(key):
		return 0
	if not value is float:
		return -1
	var number: float = value
	if number != floorf(number) or number < 1.0 or number > LARGEST:
		return -1
	return int(number)
