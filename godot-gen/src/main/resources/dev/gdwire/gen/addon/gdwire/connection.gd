extends RefCounted
## A peer: one TCP connection, and the conversation on it. With a session, one TCP connection after
## another: it stays the same object until [code]peer_disconnected[/code].
##
## A server or a client makes connections and polls them; nothing here blocks the game. Use it from
## the thread that polls. Why a method gave an error is told by the signal [code]problem[/code] of
## the server or client, at its next poll. Once [code]peer_disconnected[/code] was told, the error is
## all there is.

const Answer = preload("answer.gd")
const Event = preload("event.gd")
const GdwireMessage = preload("message.gd")
const Link = preload("link.gd")
const Route = preload("route.gd")
const Self = preload("connection.gd")
const Session = preload("session.gd")
const SessionState = preload("session_state.gd")
const Settings = preload("session_settings.gd")
const TimeBudget = preload("time_budget.gd")
const TlsLink = preload("tls_link.gd")

## Bytes that are read or written at once.
const CHUNK := 65536
## Bytes that one poll reads at most, so that a flood of messages cannot stop the game.
const READ_PER_POLL := 8388608
## Bytes that wait to be written, beyond which sending fails with ERR_BUSY. Answers have as much room
## again: with half of it in use, no more of the peer's lines are taken until there is room; beyond all
## of it, as when many handlers answer at once, the connection fails.
const MAX_QUEUED := 16777216
## How long a refused peer is given to read why, in microseconds.
const LINGER_USEC := 1_000_000

## Where the peer is, such as [code]127.0.0.1:40312[/code].
var address: String = ""
## For servers: its number among those that connected.
var place: int = 0
## For servers and clients: until when nothing is read of it, by [code]Time.get_ticks_usec()[/code].
var rests_until_usec: int = 0

var _link: Link
var _session: Session
var _queue: PackedByteArray = PackedByteArray()
## How much of [member _queue] is written.
var _written: int = 0
## Bytes that nobody sent by his own choice, such as answers, and that were queued beyond
## [constant MAX_QUEUED] since there was room last.
var _excess: int = 0
var _polling: bool = false
var _over: bool = false
var _linger_until: int = 0
## This side connected to the peer, and not the other way round.
var _has_connected: bool
var _connect_deadline: int = 0
## The way to the peer while it is looked up; null when it is known.
var _route: Route = null
## What happened on a connection before this one.
var _earlier_events: Array[Event] = []
var _has_taken_over: bool = false


## For a server or client: a stream that is connected, or connecting until [param deadline_usec], or
## that is to connect by a [param route] when that is known.
func _init(
	stream: StreamPeerTCP, settings: Settings, its_address: String, deadline_usec: int = 0,
	route: Route = null
) -> void:
	if settings.tls == null:
		_link = Link.new(stream)
	else:
		_link = TlsLink.new(stream, settings.tls, settings.host, settings.greeting_usec)
	_session = Session.new(settings)
	_has_connected = settings.role == Settings.Role.INITIATOR
	address = its_address
	_connect_deadline = deadline_usec
	_route = route


## Sends a message. OK means that it is on its way. ERR_UNCONFIGURED: the connection is not open, or
## plain. ERR_INVALID_DATA: the message is not valid. ERR_INVALID_PARAMETER: no protocol that both
## peers speak has it. ERR_UNAUTHORIZED: only the Java side may send it.
## ERR_PARAMETER_RANGE_ERROR: the peer takes no line of that length. ERR_BUSY: the peer reads too
## slowly, and 16 MiB wait already; with a session, also: [code]kept_bytes[/code] wait until the peer
## acknowledges them.
func send(message: GdwireMessage) -> Error:
	var error := _too_much_queued()
	if error == OK:
		error = _session.send(message)
		_flush_sent()
	return error


## Sends a request and waits for its answer:
## [codeblock]
## var answer := await peer.request(ArenaApi.Query.of("score"), 2.0)
## if answer.ok(): ...
## [/codeblock]
## The answer comes exactly once: the reply, or the peer's error, or that [param timeout_s] seconds
## passed, or that the connection ended. Comes only while the server or client is polled.
func request(message: GdwireMessage, timeout_s: float = 5.0) -> Answer:
	if _too_much_queued() != OK:
		return Answer.of_error("the request was not sent: the peer reads too slowly")
	var deadline := Time.get_ticks_usec() + int(maxf(timeout_s, 0.0) * 1e6)
	var pending := _session.request(message, deadline)
	_flush_sent()
	if pending.answer == null:
		await pending.completed
	return pending.answer


## Sends any JSON object to a plain peer, with full precision. ERR_UNCONFIGURED: the peer is not
## plain. ERR_INVALID_DATA: JSON cannot say that (numbers that are not finite, Vector2 ...).
## ERR_BUSY: as for [method send].
func send_json(object: Dictionary) -> Error:
	var error := _too_much_queued()
	if error == OK:
		error = _session.send_json(object)
		_flush_sent()
	return error


## Ends the connection, and its session, which it says to the peer. What was sent before still
## leaves; requests that wait are settled.
func close(reason: String = "this side closed the connection") -> void:
	_session.close(reason)
	_flush_unless_polling()


## Whether messages can be sent: the handshake is done, and the peer is not plain. So they can while
## a session [method is_suspended]: they are kept.
func is_open() -> bool:
	return _session.is_open()


## Whether the connection broke, and its session waits for the next one. What is sent meanwhile is
## kept, and requests wait on.
func is_suspended() -> bool:
	return _session.state == Session.State.SUSPENDED


## Whether the peers agreed on a session, which outlives a broken connection.
func has_session() -> bool:
	return _session.session_state() != null


## How many messages of this side the peer has not acknowledged yet; always 0 without a session. Who
## closes while there are some does not know whether they arrived.
func unacknowledged() -> int:
	return _session.unacknowledged()


## Tells the peer that this side may be silent for longer than it promised (see
## [code]silence_s[/code] of servers and clients): for so many seconds, or, with 0, until it sends
## something. ERR_UNCONFIGURED: there is no connection. Before loading for long, for example.
func say_away(seconds: float = 0.0) -> Error:
	var error := _session.say_away(ceili(maxf(seconds, 0.0) * 1000.0))
	_flush_unless_polling()
	return error


## Whether the peer is plain: it takes [method send_json], and no messages.
func is_plain() -> bool:
	return _session.state == Session.State.PLAIN


## Name and version of the peer's library; empty for a plain peer.
func peer_library() -> String:
	return _session.peer_library


## Bytes that wait to be written.
func queued_bytes() -> int:
	return _queue.size() - _written


## Moves what there is to move, both ways; never waits. [param now_usec] is
## [code]Time.get_ticks_usec()[/code]. What [param budget] has no time for waits for the next poll.
## Servers and clients call this.
func poll(now_usec: int, budget: TimeBudget = null) -> void:
	if _over:
		return
	if is_suspended():
		_session.advance(now_usec)
		_end_if_done(now_usec)
		return
	_polling = true
	# A poll that meets the peer's end drops the connection both ways, though the peer may only have
	# shut down its sending side: what was answered goes out before.
	if queued_bytes() == 0:
		_link.poll()
	if _session.state == Session.State.NEW:
		_begin(now_usec)
	if _session.state != Session.State.NEW:
		_read(now_usec, budget)
		if _link.is_late(now_usec):
			_session.close(_link.fault)
		_session.advance(now_usec)
	_polling = false
	flush()
	_end_if_done(now_usec)


## Writes what the network takes.
func flush() -> void:
	_collect(true)
	while queued_bytes() > 0 and _link.is_connected_now():
		var count := _link.write(_queue.slice(_written, _written + CHUNK))
		_written += count
		if not _link.fault.is_empty():
			if _session.state == Session.State.CLOSED:
				_tell_unsent("it hung up")
			_session.fail(_link.fault)
			_drop_queue()
		elif count == 0:
			break
	if queued_bytes() <= MAX_QUEUED:
		_excess = 0
	elif _excess > MAX_QUEUED:
		_session.fail((
			"the peer reads too slowly: %d bytes wait already, and more answers than have room beside"
			+ " them (MAX_QUEUED, %d)"
		) % [queued_bytes(), MAX_QUEUED])
		_drop_queue()
	if is_suspended():
		_drop_stream()
	if queued_bytes() == 0:
		_drop_queue()
	elif _written > CHUNK * 16:
		_queue = _queue.slice(_written)
		_written = 0


## For servers and clients: what happened since the last call, oldest first.
func take_events() -> Array[Event]:
	var events := _earlier_events
	_earlier_events = []
	events.append_array(_session.take_events())
	return events


## For servers and clients: this side is away until it is back, whatever was sent since it said so.
func stay_away() -> void:
	_session.stay_away()
	_flush_unless_polling()


## For servers and clients: whether there is something for [method take_events].
func has_events() -> bool:
	return has_kept() or _session.has_events()


## For servers and clients: keeps an event, and those after it, for the next [method take_events].
func keep(event: Event) -> void:
	_earlier_events.append(event)


## For servers and clients: whether events are kept.
func has_kept() -> bool:
	return not _earlier_events.is_empty()


## For servers and clients: whether it lets so much wait that none of its lines is to be answered now.
func is_overloaded() -> bool:
	return 2 * _excess > MAX_QUEUED and not has_ended()


## For servers and clients: whether the conversation is over; the last events say so.
func has_ended() -> bool:
	return _session.state == Session.State.CLOSED


## For servers and clients: tells the peer that this side is back from [method say_away].
func say_back() -> void:
	_session.say_back()
	_flush_unless_polling()


## For servers and clients: the session of this peer; null without one.
func session_state() -> SessionState:
	return _session.session_state()


## For servers and clients: whether it carried on the session of another connection, which then
## must take it over.
func has_resumed() -> bool:
	return _session.has_resumed() and not _has_taken_over


## For clients: whether it began something new, which may be over by now.
func has_opened() -> bool:
	return _session.has_opened


## For servers: whether the peer has said anything.
func has_heard() -> bool:
	return _session.has_heard()


## For clients: why the session could not be resumed the last time.
func note_failed_try(reason: String) -> void:
	_session.note_failed_try(reason)


## For servers and clients: goes on with the stream and the conversation of another connection, which
## has resumed this one's session and is over then.
func take_over(other: Self) -> void:
	_has_taken_over = true
	_earlier_events.append_array(_session.take_events())
	_link.close()
	_link = other._link
	_session = other._session
	_queue = other._queue
	_written = other._written
	_excess = other._excess
	address = other.address
	other._link = Link.new(StreamPeerTCP.new())
	other._finish()


## For servers and clients: answers a request.
func reply(id: int, message: GdwireMessage) -> void:
	_session.reply(id, message, Time.get_ticks_usec())
	_flush_unless_polling()


## For servers and clients: tells the peer that nothing answers its request.
func refuse(id: int, tag: String) -> void:
	_session.refuse(id, tag, Time.get_ticks_usec())
	_flush_unless_polling()


## For servers and clients: whether there is nothing left to poll.
func is_over() -> bool:
	return _over


## For servers and clients: ends at once, without waiting for what is queued.
func abandon(reason: String) -> void:
	_session.close(reason)
	flush()
	_discard_unread()
	_tell_unsent()
	_finish()


func _begin(now_usec: int) -> void:
	if _route != null and not _set_out(now_usec):
		return
	match _link.begin(now_usec):
		StreamPeerTCP.STATUS_CONNECTED:
			_session.start(_link.begun_usec)
		StreamPeerTCP.STATUS_CONNECTING:
			if _link.begun_usec == 0 and now_usec >= _connect_deadline:
				_session.close("it did not answer in time: is the address right?")
		_ when not _link.fault.is_empty():
			_session.close(_link.fault)
		_ when _has_connected:
			_session.close("could not connect: nothing listens there; start the other side first")
		_:
			_session.close("the peer closed the connection before the handshake was done")


## Begins to connect when the way is known; false while it is not, or when there is none.
func _set_out(now_usec: int) -> bool:
	if not _route.look():
		if not _route.fault.is_empty():
			_session.close(_route.fault)
		elif now_usec >= _connect_deadline:
			_session.close("the name %s was not found out in time" % _route.host)
		return false
	var error := _link.connect_to(_route.address, _route.port)
	_route = null
	if error != OK:
		_session.close("cannot connect: %s" % error_string(error))
	return error == OK


func _read(now_usec: int, budget: TimeBudget) -> void:
	var left := READ_PER_POLL
	if _session.has_lines_left and _has_room():
		_session.go_on(now_usec, budget)
		_collect(true)
	while left > 0 and not is_suspended():
		# A peer that does not read its answers gets no more of its lines read.
		var is_withheld := _session.has_lines_left or not _has_room()
		if is_withheld or (budget != null and budget.is_spent()):
			# What it says may be a sign of life, though nobody looks at it now.
			if _link.has_unread():
				_session.heard(now_usec)
			return
		# No poll here: answers to these bytes can be written until the next one meets the end.
		var may_answer := left < READ_PER_POLL or queued_bytes() > 0 or _session.has_events()
		if may_answer and _link.may_end_next():
			return
		var bytes := _link.read(CHUNK) if _link.is_connected_now() else PackedByteArray()
		if bytes.is_empty():
			if not _link.fault.is_empty():
				_session.fail(_link.fault)
			if not _link.is_connected_now():
				if _session.state == Session.State.CLOSED:
					_tell_unsent("it hung up")
				_session.end_of_stream()
				if not is_suspended():
					_finish()
			return
		left -= bytes.size()
		_session.receive(bytes, now_usec, budget)
		_collect(true)


## Whether more lines of the peer's may be taken, once the network has what it takes now.
func _has_room() -> bool:
	if is_overloaded():
		flush()
	return not is_overloaded() and not has_kept()


## Queues what the session has to write. What nobody sent by his own choice is counted where there is
## too much already: two sides that both send all they can go on reading.
func _collect(is_answer: bool) -> void:
	var bytes := _session.take_output()
	if is_answer and queued_bytes() > MAX_QUEUED:
		_excess += bytes.size()
	_queue.append_array(bytes)


## Bytes that nobody read would reset the connection, and what was written last be lost with it.
func _discard_unread() -> void:
	var left := READ_PER_POLL
	while left > 0 and _link.is_connected_now():
		var bytes := _link.read(CHUNK)
		if bytes.is_empty():
			return
		left -= bytes.size()


func _end_if_done(now_usec: int) -> void:
	if _over or _session.state != Session.State.CLOSED:
		return
	if _linger_until == 0:
		_linger_until = now_usec + LINGER_USEC
	# Closing while bytes of the peer's are unread would reset the connection, and the peer would
	# not see why it was refused, or that its session ended: so it may hang up first.
	var waits := queued_bytes() > 0 or _session.has_refused() or _session.has_said_bye
	if not waits or now_usec >= _linger_until:
		_discard_unread()
		_tell_unsent()
		_finish()


## What was not written is kept, or meant nothing.
func _drop_stream() -> void:
	_drop_queue()
	_link.close()


func _tell_unsent(why: String = "it did not take them in time") -> void:
	if queued_bytes() > 0:
		_session.tell("%d bytes that were sent to %s before the close never left: %s" % [
			queued_bytes(), address, why,
		])


func _finish() -> void:
	_over = true
	_route = null
	_drop_queue()
	_link.close()


func _drop_queue() -> void:
	_queue = PackedByteArray()
	_written = 0
	_excess = 0


func _too_much_queued() -> Error:
	if queued_bytes() <= MAX_QUEUED:
		return OK
	_session.tell_unless_over("nothing was sent to %s: it reads too slowly, %d bytes wait already" % [
		address, queued_bytes(),
	])
	return ERR_BUSY


## After something was sent by choice.
func _flush_sent() -> void:
	if not _polling and not _over:
		_collect(false)
		flush()


func _flush_unless_polling() -> void:
	if not _polling and not _over:
		flush()
