extends Node
## The game: a world that learners step through Gdwire, and that plays by itself until one comes.
##
## godot [--headless] --path . -- [--port N] [--once]

const Arguments = preload("res://arguments.gd")
const ArenaApi = preload("res://arena/arena.gd")
const ArenaDispatcher = preload("res://arena/arena_dispatcher.gd")
const ArenaView = preload("res://arena_view.gd")
const ArenaWorld = preload("res://arena_world.gd")
const Autopilot = preload("res://autopilot.gd")
const RlEnvironment = preload("res://rl_environment.gd")
const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")
const RlApi = preload("res://rl/rl.gd")
const RlDispatcher = preload("res://rl/rl_dispatcher.gd")

const _WAITING: String = "Waiting for a learner on port %d; the autopilot plays."
## Seconds that a game started with --once waits for its first peer.
const _PATIENCE: float = 60.0

var _arguments: Arguments = Arguments.new(OS.get_cmdline_user_args())
var _world: ArenaWorld = ArenaWorld.new()
var _environment: RlEnvironment = RlEnvironment.new(_world)
var _server: GdwireServer = GdwireServer.new()
var _rl: RlDispatcher = RlDispatcher.new()
var _arena: ArenaDispatcher = ArenaDispatcher.new()
var _headless: bool = DisplayServer.get_name() == "headless"
var _stepping: GdwireConnection = null
var _peers: int = 0
var _waited: float = 0.0
var _reached: int = 0
var _hits: int = 0
var _since_tick: float = 0.0

@onready var _view: ArenaView = $View
@onready var _status: Label = $Hud/Status
@onready var _score: Label = $Hud/Score


func _ready() -> void:
	if not _arguments.problem.is_empty():
		_fail(_arguments.problem)
		return
	_view.world = _world
	_view.clear()
	_view.set_process(not _headless)
	_world.target_reached.connect(_on_target_reached)
	_world.obstacle_hit.connect(_on_obstacle_hit)
	_rl.on_describe(_describe)
	_rl.on_reset(_reset)
	_rl.on_step(_step)
	_rl.close.connect(_on_close)
	_arena.show_status.connect(_on_show_status)
	_server.use(_rl)
	_server.use(_arena)
	_server.peer_connected.connect(_on_peer_connected)
	_server.peer_disconnected.connect(_on_peer_disconnected)
	_server.problem.connect(_on_problem)
	_server.latency = GdwireServer.Latency.FAST
	if _server.listen(_arguments.port) != OK:
		get_tree().quit(1)
		return
	print("arena: listening on 127.0.0.1:%d" % _server.port())
	_status.text = _WAITING % _server.port()


func _process(delta: float) -> void:
	_server.poll()
	if _peers == 0 and _arguments.once:
		_waited += delta
		if _waited > _PATIENCE:
			_fail("nobody came within %d seconds" % int(_PATIENCE))
	if _headless:
		return
	if _peers == 0:
		_play(delta)
	_score.text = "step %d of %d     %d targets reached     %d obstacles hit" % [
		_world.steps, ArenaWorld.MAX_STEPS, _reached, _hits,
	]


# The autopilot plays in real time; between two ticks the view shows the way from one to the other.
func _play(delta: float) -> void:
	_since_tick += delta
	while _since_tick >= ArenaWorld.TICK:
		_since_tick -= ArenaWorld.TICK
		if _world.truncated():
			_start_episode(randi())
		_view.remember()
		_world.step(Autopilot.act(_world), 1)
	_view.fraction = _since_tick / ArenaWorld.TICK


func _start_episode(seed_value: int) -> void:
	_world.reset(seed_value)
	_view.clear()
	_reached = 0
	_hits = 0


func _describe(_request: RlApi.Describe, _peer: GdwireConnection) -> RlApi.Description:
	return _environment.describe()


func _reset(request: RlApi.Reset, _peer: GdwireConnection) -> RlApi.Observation:
	var answer: RlApi.Observation = _environment.reset(request)
	_view.clear()
	_reached = 0
	_hits = 0
	return answer


func _step(request: RlApi.Step, peer: GdwireConnection) -> RlApi.Observation:
	_stepping = peer
	_view.remember()
	_view.fraction = 1.0
	var answer: RlApi.Observation = _environment.step(request)
	_stepping = null
	return answer


func _on_target_reached(agent: int, x: float, y: float, steps: int) -> void:
	_reached += 1
	if not _headless:
		_view.show_reached(agent, x, y)
	if _stepping != null:
		_stepping.send(ArenaApi.TargetReached.of(agent, Vector2(x, y), steps))


func _on_obstacle_hit(agent: int, x: float, y: float, speed: float) -> void:
	_hits += 1
	if not _headless:
		_view.show_hit(x, y)
	if _stepping != null:
		_stepping.send(ArenaApi.ObstacleHit.of(agent, Vector2(x, y), speed))


func _on_show_status(message: ArenaApi.ShowStatus, _peer: GdwireConnection) -> void:
	_status.text = message.text
	_status.modulate = message.color if message.has_color() else Color.WHITE


func _on_close(_message: RlApi.Close, _peer: GdwireConnection) -> void:
	get_tree().quit()


func _on_peer_connected(_peer: GdwireConnection) -> void:
	_peers += 1
	_status.text = "A learner plays."


func _on_peer_disconnected(_peer: GdwireConnection, _reason: String) -> void:
	_peers -= 1
	_status.text = _WAITING % _server.port()
	_status.modulate = Color.WHITE
	if _peers == 0 and _arguments.once:
		get_tree().quit()


func _on_problem(text: String, _peer: GdwireConnection) -> void:
	printerr("arena: ", text)


func _fail(text: String) -> void:
	printerr("arena: ", text)
	get_tree().quit(1)
