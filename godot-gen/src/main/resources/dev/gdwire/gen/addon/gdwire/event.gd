extends RefCounted
## Something that a session tells its owner.

enum Kind {
	## The handshake is complete, or the peer is plain.
	OPENED,
	## A message came: [member message].
	MESSAGE,
	## A request came: [member message], to be answered under [member id].
	REQUEST,
	## A request of ours is settled: [member pending].
	ANSWERED,
	## A plain peer sent [member data].
	JSON_OBJECT,
	## A message that no protocol here has: [member tag] and [member data].
	UNKNOWN,
	## Something went wrong that does not end the session: [member text].
	PROBLEM,
	## The conversation ended; [member text] says why.
	CLOSED,
	## The connection broke, by what [member text] says; the session goes on.
	SUSPENDED,
	## Another connection carries the session on.
	RESUMED,
	## The session is lost, by what [member text] says; [member id] of our messages were never
	## acknowledged. [constant CLOSED] follows.
	LOST,
}

const GdwireMessage = preload("message.gd")
const GdwireProtocol = preload("protocol.gd")
const PendingRequest = preload("pending_request.gd")
const Self = preload("event.gd")

var kind: Kind = Kind.PROBLEM
var message: GdwireMessage = null
var protocol: GdwireProtocol = null
var pending: PendingRequest = null
var id: int = 0
var tag: String = ""
var data: Dictionary = {}
var text: String = ""


static func opened() -> Self:
	return _of(Kind.OPENED)


static func of_message(received: GdwireMessage, its_protocol: GdwireProtocol, re: int) -> Self:
	var event := _of(Kind.MESSAGE if re == 0 else Kind.REQUEST)
	event.message = received
	event.protocol = its_protocol
	event.id = re
	return event


static func answered(request: PendingRequest) -> Self:
	var event := _of(Kind.ANSWERED)
	event.pending = request
	return event


static func json_object(object: Dictionary) -> Self:
	var event := _of(Kind.JSON_OBJECT)
	event.data = object
	return event


static func unknown(its_tag: String, object: Dictionary) -> Self:
	var event := _of(Kind.UNKNOWN)
	event.tag = its_tag
	event.data = object
	return event


static func problem(what: String) -> Self:
	var event := _of(Kind.PROBLEM)
	event.text = what
	return event


static func closed(reason: String) -> Self:
	var event := _of(Kind.CLOSED)
	event.text = reason
	return event


static func suspended(reason: String) -> Self:
	var event := _of(Kind.SUSPENDED)
	event.text = reason
	return event


static func resumed() -> Self:
	return _of(Kind.RESUMED)


static func lost(reason: String, unacknowledged: int) -> Self:
	var event := _of(Kind.LOST)
	event.text = reason
	event.id = unacknowledged
	return event


static func _of(its_kind: Kind) -> Self:
	var event := Self.new()
	event.kind = its_kind
	return event
