extends RefCounted
## Shortens the sleep of the engine's main loop while somebody needs quick answers.

static var _holders: int = 0
static var _normal_usec: int = 0


## Shortens the sleep to [param sleep_usec] microseconds; each call is to be ended with one of
## [method let_go].
static func hold(sleep_usec: int) -> void:
	if _holders == 0:
		_normal_usec = OS.low_processor_usage_mode_sleep_usec
	_holders += 1
	OS.low_processor_usage_mode_sleep_usec = mini(
		maxi(sleep_usec, 1), OS.low_processor_usage_mode_sleep_usec
	)


## The last one to let go restores the sleep as it was.
static func let_go() -> void:
	_holders -= 1
	if _holders == 0:
		OS.low_processor_usage_mode_sleep_usec = _normal_usec
