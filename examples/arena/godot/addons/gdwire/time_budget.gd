extends RefCounted
## How long something may take, such as what is done for one peer at one poll.

var _end_usec: int


## From now on it may take [param usec] microseconds.
func _init(usec: int) -> void:
	_end_usec = Time.get_ticks_usec() + usec


## Whether the time is over.
func is_spent() -> bool:
	return Time.get_ticks_usec() >= _end_usec


## How much longer it has taken by now, in microseconds; 0 when the time is not over.
func overrun_usec() -> int:
	return maxi(0, Time.get_ticks_usec() - _end_usec)
