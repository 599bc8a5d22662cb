extends RefCounted
## How long to wait before the next try: longer each time, and by chance, so that many clients of a
## server that restarted do not come all at once.

const FIRST_USEC := 100_000
const LONGEST_USEC := 5_000_000

var _usec: int = FIRST_USEC
var _random: RandomNumberGenerator = RandomNumberGenerator.new()


## The next wait, in microseconds: between half of what it may be and the whole.
func next_usec() -> int:
	var whole := _usec
	_usec = mini(_usec * 2, LONGEST_USEC)
	return _random.randi_range(floori(whole / 2.0), whole)


## Begins anew with the shortest wait.
func reset() -> void:
	_usec = FIRST_USEC
