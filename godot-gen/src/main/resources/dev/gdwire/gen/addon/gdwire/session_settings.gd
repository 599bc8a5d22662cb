extends RefCounted
## How one side of a conversation behaves.

enum Role {
	## The peer that was connected to.
	ACCEPTOR,
	## The peer that connected.
	INITIATOR,
}

const Admission = preload("admission.gd")
const GdwireProtocol = preload("protocol.gd")
const LineDecoder = preload("line_decoder.gd")
const SessionLines = preload("session_lines.gd")
const SessionRegistry = preload("session_registry.gd")
const SessionState = preload("session_state.gd")
## The least that the wire allows for [member max_frame].
const LEAST_MAX_FRAME := 1024
## The longest line, in bytes, that a peer may send before the handshake is done.
const GREETING_MAX_FRAME := 16384
## The least that the library's own messages need for [member max_text].
const LEAST_MAX_TEXT := 1024
## The least for [member max_items].
const LEAST_MAX_ITEMS := 64
## The feature of packed values that travel raw, before the lines that they belong to.
const BLOBS := "blobs"
## The feature of sessions that outlive their connections.
const SESSIONS := "sessions"

var role: Role = Role.ACCEPTOR
## The schema sets that this side speaks.
var protocols: Array[GdwireProtocol] = []
## An acceptor serves peers whose first line is no hello, as plain JSON; an initiator says no hello.
var plain: bool = false
## A plain initiator sends a line only after a line came in (the first one at once).
var paced: bool = false
## Refuses a peer whose schemas differ, though their major version is equal.
var strict: bool = false
## Longest line that is accepted, with the blobs before it, in bytes without its end; at least 1024.
var max_frame: int = LineDecoder.DEFAULT_LIMIT
## Longest text and name in a line that are accepted, in UTF-16 units; at least 1024.
var max_text: int = 1024 * 1024
## Most items of an array, and members of an object, that are accepted in a line; at least 64.
var max_items: int = 256 * 1024
## Offers the peer to send and take packed values as blobs.
var blobs: bool = true
## What both peers must have; empty when none is asked for.
var token: String = ""
## Where there is a token: random text of this side, for one connection alone.
var nonce: String = ""
## How long to wait for the hello or the welcome, in microseconds.
var greeting_usec: int = 10_000_000
## The sessions that an acceptor keeps; null when it keeps none.
var sessions: SessionRegistry = null
## An initiator asks for a session, or to resume [member session].
var wants_session: bool = false
## The session that an initiator resumes; null when it asks for a new one.
var session: SessionState = null
## The most bytes of lines that a session keeps until they are acknowledged.
var kept_bytes: int = SessionLines.DEFAULT_LIMIT
## How long a session without a connection is kept, in microseconds.
var resume_usec: int = 60_000_000
## This side says something at least so often, in microseconds; 0: it promises nothing.
var silence_usec: int = 0
## Protects what travels; null: it travels as it is.
var tls: TLSOptions = null
## The host that an initiator connects to, whose name a certificate is checked for.
var host: String = ""
## How many requests of this side may wait for an answer.
var max_requests: int = 10_000
## How many requests of the peer's may wait to be answered.
var max_open_requests: int = 10_000
## How long a connection may carry nothing but signs of life, in microseconds; 0: for ever.
var idle_usec: int = 0
## Decides, for a server, whether a peer may stay; null: each may.
var admission: Admission = null
## The peer's number there.
var place: int = 0


## The optional parts of the wire that this side offers.
func features() -> PackedStringArray:
	var all := PackedStringArray([BLOBS] if blobs else [])
	if offers_sessions():
		all.append(SESSIONS)
	return all


## Whether this side can have a session.
func offers_sessions() -> bool:
	return wants_session if role == Role.INITIATOR else sessions != null


## What the greeting promises: to say something at least every so many milliseconds; 0 for nothing.
func promise_msec() -> int:
	return ceili(silence_usec / 1000.0)


## Why a peer that has said who it is may not stay; empty if it may.
func refusal() -> String:
	return "" if admission == null else admission.refusal(place)


## The peer stays, whether there is room or not.
func admit() -> void:
	if admission != null:
		admission.admit(place)


## Why these protocols cannot share a connection; empty when they can.
static func conflict(candidates: Array[GdwireProtocol]) -> String:
	var owners := {}
	for protocol: GdwireProtocol in candidates:
		for tag: String in protocol.tags():
			var key := [protocol.discriminator(), tag]
			if owners.has(key):
				return "the protocols %s and %s both have the message %s: rename it in one of them" % [
					owners[key], protocol.name(), tag,
				]
			owners[key] = protocol.name()
	return ""
