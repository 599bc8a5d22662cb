extends RefCounted
## A request that waits for its answer; completes exactly once.

## Comes once, with the answer in [member answer].
signal completed

const Answer = preload("answer.gd")

## Identifies the request on the connection; 0 when it was never sent.
var id: int = 0
## Tag of the message that answers it.
var reply_tag: String = ""
## When it is given up, in microseconds of the clock that the session is told.
var deadline_usec: int = 0
## Null until it is settled.
var answer: Answer = null

var _announced: bool = false


## Gives it its answer. False when it has one already.
func settle(outcome: Answer) -> bool:
	if answer != null:
		return false
	answer = outcome
	return true


## Tells who waits. Apart from [method settle], so that no user's code runs inside the engine.
func announce() -> void:
	if answer != null and not _announced:
		_announced = true
		completed.emit()


## Whether [signal completed] came already.
func is_done() -> bool:
	return _announced
