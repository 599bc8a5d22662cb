extends RefCounted
## How long something may take, such as what is done for one peer at one poll.

var _end_usec: int


## From now on it may take [param usec] microseconds.
func _init(usec: int) -> void:
	_end_usec = Time.get_ticks_usec() + usec


## Whether the time is over.
func is_spent() -> bool:
	return Time.get_ticks_usec() >= _end_usec
