extends RefCounted
## When to give a sign of life, and when the peer has given none for too long.
##
## Knows no clock. A time in which this side did not look, as in a stall or at a breakpoint, does
## not count against the peer.

## A part of its promise, after which a side that has sent nothing sends an empty line.
const PARTS := 3
## Until the peer says something.
const UNTIL_IT_SPEAKS := -1

var _promise_usec: int
var _peer_promise_usec: int = 0
var _spoke_usec: int = 0
var _heard_usec: int = 0
var _looked_usec: int = 0
## The peer may be silent till then; 0 when it may not.
var _away_until_usec: int = 0


## [param promise_usec]: what this side promises; 0 when nothing.
func _init(promise_usec: int) -> void:
	_promise_usec = promise_usec


## The handshake is done. [param peer_promise_msec]: 0 when the peer promises nothing.
func begin(peer_promise_msec: int, now_usec: int) -> void:
	_peer_promise_usec = peer_promise_msec * 1000
	_spoke_usec = now_usec
	_heard_usec = now_usec
	_looked_usec = now_usec


## Bytes came, of whatever kind.
func heard(now_usec: int) -> void:
	_heard_usec = now_usec


## A line came that is not empty.
func heard_line() -> void:
	if _away_until_usec == UNTIL_IT_SPEAKS:
		_away_until_usec = 0


## The peer will be silent: for so long, or, with 0, until it says something.
func heard_away(milliseconds: int, now_usec: int) -> void:
	_away_until_usec = UNTIL_IT_SPEAKS if milliseconds == 0 else now_usec + milliseconds * 1000


## This side sent something.
func spoke(now_usec: int) -> void:
	_spoke_usec = now_usec


## Whether this side must send something now.
func must_speak(now_usec: int) -> bool:
	return _promise_usec > 0 and now_usec - _spoke_usec >= floori(float(_promise_usec) / PARTS)


## Whether the peer has broken its promise. To be asked on each poll, after what came was read.
func is_peer_dead(now_usec: int) -> bool:
	var gap := now_usec - _looked_usec
	_looked_usec = now_usec
	if _peer_promise_usec == 0:
		return false
	if _is_away(now_usec) or gap * PARTS >= _peer_promise_usec:
		_heard_usec = now_usec
	return now_usec - _heard_usec >= _peer_promise_usec


## What the peer promised, in seconds.
func peer_promise_s() -> float:
	return _peer_promise_usec / 1e6


func _is_away(now_usec: int) -> bool:
	if _away_until_usec > 0 and now_usec >= _away_until_usec:
		_away_until_usec = 0
		# Its time begins when it is back, which may be a while ago.
		_heard_usec = now_usec
	return _away_until_usec != 0
