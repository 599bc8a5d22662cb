extends RefCounted
## How many errors may be sent to a peer, or told of it: 20 in a row, then 10 a second.

const BURST := 20
const PER_SECOND := 10

var _left: float = BURST
var _filled_usec: int = 0


## Whether one may be sent or told now; counts it.
func take(now_usec: int) -> bool:
	_left = minf(BURST, _left + (now_usec - _filled_usec) * PER_SECOND / 1e6)
	_filled_usec = now_usec
	if _left < 1.0:
		return false
	_left -= 1.0
	return true
