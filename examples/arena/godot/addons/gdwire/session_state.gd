extends RefCounted
## A session: what outlives its connections.
##
## One connection at a time carries it (see [code]session_carrier.gd[/code]), or none, while it is
## suspended.

## Another connection carries it from now on.
signal taken_over
## It is lost, by what the reason says. Comes at most once.
signal lost(reason: String)
## It ended, lost or not. Comes once.
signal over

const Conversation = preload("conversation.gd")
const SessionLines = preload("session_lines.gd")

## A line that is damaged so often on its way is not asked for again.
const MAX_DAMAGED := 3

## Names it to the acceptor; secret.
var id: String = ""
## The protocols and features of its connections, in words: they must stay the same.
var carried: String = ""
var lines: SessionLines
## Its messages and requests.
var conversation: Conversation = null
var is_over: bool = false

## How often the line after [member _damaged_after] was damaged.
var _damaged: int = 0
var _damaged_after: int = -1


## [param kept_bytes]: the most bytes of lines that are kept until the peer acknowledges them.
func _init(its_id: String, kept_bytes: int) -> void:
	id = its_id
	lines = SessionLines.new(kept_bytes)


## Counts a line that was damaged, or that is missing. False when that was once too often.
func can_repair() -> bool:
	if _damaged_after != lines.received:
		_damaged_after = lines.received
		_damaged = 0
	_damaged += 1
	return _damaged < MAX_DAMAGED


## Another connection is to carry it: the one that did gives way.
func take_over() -> void:
	taken_over.emit()


## Ends it with a loss.
func lose(reason: String) -> void:
	if not is_over:
		is_over = true
		lost.emit(reason)
		over.emit()


## Ends it as one of its sides wanted.
func end() -> void:
	if not is_over:
		is_over = true
		over.emit()
