extends RefCounted
## Notices that the game is paused and polls no more, and that it polls again.
##
## The main loop goes on while the tree is paused, and so does its signal.

## Without a poll for so long, in microseconds, a paused game counts as away.
const QUIET_USEC := 250_000

var _say_away: Callable
var _say_back: Callable
var _polled_usec: int = 0
var _is_away: bool = false


## What to call at each frame in which the game is away, and when it is back.
func _init(say_away: Callable, say_back: Callable) -> void:
	_say_away = say_away
	_say_back = say_back


## Begins to watch, where there is a tree to be watched.
func start() -> void:
	_polled_usec = Time.get_ticks_usec()
	var tree := _tree()
	if tree != null and not tree.process_frame.is_connected(_look):
		tree.process_frame.connect(_look)


## Watches no more.
func stop() -> void:
	var tree := _tree()
	if tree != null and tree.process_frame.is_connected(_look):
		tree.process_frame.disconnect(_look)


## The game polls.
func polled(now_usec: int) -> void:
	_polled_usec = now_usec
	if _is_away:
		_is_away = false
		_say_back.call()


func _look() -> void:
	var quiet := Time.get_ticks_usec() - _polled_usec
	if quiet >= QUIET_USEC and _tree().paused:
		_is_away = true
		_say_away.call()


static func _tree() -> SceneTree:
	return Engine.get_main_loop() as SceneTree
