extends RefCounted
## The rules of the arena: agents steer to their targets among round obstacles.
##
## Nothing of the engine is used, so that the Java twin of this class (ArenaWorld) plays exactly the
## same game: doubles only, the same arithmetic in the same order, and constants that are exact in
## binary. Agents do not see each other: eight games in one room. Lengths are in metres, time in seconds.

## An agent reached its target, which stood at (x, y), after a number of steps.
signal target_reached(agent: int, x: float, y: float, steps: int)
## An agent ran into an obstacle at (x, y) with a speed.
signal obstacle_hit(agent: int, x: float, y: float, speed: float)

const Pcg32 = preload("res://pcg32.gd")

const WIDTH: float = 16.0
const HEIGHT: float = 9.0
const AGENTS: int = 8
const MAX_STEPS: int = 120
const OBSERVATION_SIZE: int = 8
const ACTION_SIZE: int = 2
const OBSERVATION_LABELS: PackedStringArray = [
	"target x", "target y", "velocity x", "velocity y",
	"nearest obstacle x", "nearest obstacle y", "second obstacle x", "second obstacle y",
]
const ACTION_LABELS: PackedStringArray = ["thrust x", "thrust y"]

## Seconds that one physics tick takes.
const TICK: float = 0.0625
const AGENT_RADIUS: float = 0.25
const TARGET_RADIUS: float = 0.5
const MAX_SPEED: float = 4.0

const _THRUST: float = 0.5  # change of speed in a tick at full action
const _KEEP: float = 0.96875  # share of the speed that drag leaves in a tick
const _REACH_BONUS: float = 5.0
const _HIT_PENALTY: float = 2.0
const _NEAR_TARGET: float = 2.0  # targets further off are observed as a mere direction
const _SENSE: float = 2.0  # obstacles further off than this are not observed
const _SENSE_SQUARED: float = 10.5625  # (_SENSE + largest obstacle + AGENT_RADIUS) squared

const _OBSTACLES: int = 7
const _SMALLEST: float = 0.5
const _SPREAD: float = 0.5
const _GAP: float = 1.0
const _CLEARANCE: float = 0.75
const _NEW_TARGET_DISTANCE: float = 4.0
const _ATTEMPTS: int = 64

var obstacle_x: PackedFloat64Array = []
var obstacle_y: PackedFloat64Array = []
var obstacle_radius: PackedFloat64Array = []
var x: PackedFloat64Array = []
var y: PackedFloat64Array = []
var velocity_x: PackedFloat64Array = []
var velocity_y: PackedFloat64Array = []
var target_x: PackedFloat64Array = []
var target_y: PackedFloat64Array = []
## Reward of each agent in the last step.
var rewards: PackedFloat64Array = []
## Steps since the reset.
var steps: int = 0

var _distance: PackedFloat64Array = []
var _target_since: PackedInt64Array = []
var _touching: PackedByteArray = []
var _random: Array[Pcg32] = []
var _point_x: float = 0.0
var _point_y: float = 0.0


func _init() -> void:
	for numbers: PackedFloat64Array in [x, y, velocity_x, velocity_y, target_x, target_y]:
		numbers.resize(AGENTS)
	rewards.resize(AGENTS)
	_distance.resize(AGENTS)
	_target_since.resize(AGENTS)
	_touching.resize(AGENTS)
	reset(0)


## Starts a new episode; the same seed and actions give the same episode.
func reset(seed_value: int) -> void:
	steps = 0
	rewards.fill(0.0)
	_touching.fill(0)
	_place_obstacles(Pcg32.new(seed_value, 0))
	_random.clear()
	for agent: int in AGENTS:
		_random.append(Pcg32.new(seed_value, agent + 1))
		_find_free_point(_random[agent], _CLEARANCE)
		x[agent] = _point_x
		y[agent] = _point_y
		velocity_x[agent] = 0.0
		velocity_y[agent] = 0.0
		_place_target(agent)


## Lets every agent act for some ticks: [param actions] holds two numbers an agent, cut to -1..1.
func step(actions: PackedFloat32Array, ticks: int) -> void:
	steps += 1
	rewards.fill(0.0)
	for tick: int in ticks:
		for agent: int in AGENTS:
			_move(agent, clampf(actions[2 * agent], -1.0, 1.0), clampf(actions[2 * agent + 1], -1.0, 1.0))


## Whether the episode is over, at its limit of steps.
func truncated() -> bool:
	return steps >= MAX_STEPS


## What one agent observes: see OBSERVATION_LABELS; each number within -1..1.
func observation(agent: int) -> PackedFloat32Array:
	var here_x: float = x[agent]
	var here_y: float = y[agent]
	var nearest: float = _SENSE
	var nearest_index: int = -1
	var second: float = _SENSE
	var second_index: int = -1
	for index: int in obstacle_x.size():
		var dx: float = obstacle_x[index] - here_x
		var dy: float = obstacle_y[index] - here_y
		var squared: float = dx * dx + dy * dy
		if squared >= _SENSE_SQUARED:
			continue
		var surface: float = sqrt(squared) - obstacle_radius[index] - AGENT_RADIUS
		if surface < nearest:
			second = nearest
			second_index = nearest_index
			nearest = surface
			nearest_index = index
		elif surface < second:
			second = surface
			second_index = index
	var values: PackedFloat32Array = PackedFloat32Array()
	values.resize(OBSERVATION_SIZE)
	var far: float = maxf(_distance[agent], _NEAR_TARGET)
	values[0] = (target_x[agent] - here_x) / far
	values[1] = (target_y[agent] - here_y) / far
	values[2] = velocity_x[agent] / MAX_SPEED
	values[3] = velocity_y[agent] / MAX_SPEED
	_sense(values, 4, agent, nearest_index, nearest)
	_sense(values, 6, agent, second_index, second)
	return values


# The direction of an obstacle, the longer the nearer it is: 1 when touched, 0 at the range's end.
func _sense(values: PackedFloat32Array, at: int, agent: int, index: int, surface: float) -> void:
	if index < 0:
		return
	var closeness: float = 1.0 - maxf(surface, 0.0) / _SENSE
	var distance: float = surface + obstacle_radius[index] + AGENT_RADIUS
	values[at] = (obstacle_x[index] - x[agent]) / distance * closeness
	values[at + 1] = (obstacle_y[index] - y[agent]) / distance * closeness


func _move(agent: int, action_x: float, action_y: float) -> void:
	var vx: float = (velocity_x[agent] + action_x * _THRUST) * _KEEP
	var vy: float = (velocity_y[agent] + action_y * _THRUST) * _KEEP
	var speed: float = sqrt(vx * vx + vy * vy)
	if speed > MAX_SPEED:
		var scale: float = MAX_SPEED / speed
		vx = vx * scale
		vy = vy * scale
		speed = MAX_SPEED
	var px: float = x[agent] + vx * TICK
	var py: float = y[agent] + vy * TICK
	if px < AGENT_RADIUS or px > WIDTH - AGENT_RADIUS:
		px = clampf(px, AGENT_RADIUS, WIDTH - AGENT_RADIUS)
		vx = 0.0
	if py < AGENT_RADIUS or py > HEIGHT - AGENT_RADIUS:
		py = clampf(py, AGENT_RADIUS, HEIGHT - AGENT_RADIUS)
		vy = 0.0
	x[agent] = px
	y[agent] = py
	velocity_x[agent] = vx
	velocity_y[agent] = vy
	_collide(agent, speed)
	_score(agent)


# Obstacles stand further apart than an agent is wide, so that it touches one at most.
func _collide(agent: int, speed: float) -> void:
	var px: float = x[agent]
	var py: float = y[agent]
	for index: int in obstacle_x.size():
		var dx: float = px - obstacle_x[index]
		var dy: float = py - obstacle_y[index]
		var touch: float = obstacle_radius[index] + AGENT_RADIUS
		var squared: float = dx * dx + dy * dy
		if squared < touch * touch:
			_slide(agent, index, dx, dy, sqrt(squared), speed)
			return
	_touching[agent] = 0


# Takes away the part of the velocity that points into the obstacle.
func _slide(agent: int, index: int, dx: float, dy: float, distance: float, speed: float) -> void:
	var normal_x: float = 1.0
	var normal_y: float = 0.0
	if distance > 0.0:
		normal_x = dx / distance
		normal_y = dy / distance
	var touch: float = obstacle_radius[index] + AGENT_RADIUS
	x[agent] = obstacle_x[index] + normal_x * touch
	y[agent] = obstacle_y[index] + normal_y * touch
	var inward: float = velocity_x[agent] * normal_x + velocity_y[agent] * normal_y
	velocity_x[agent] = velocity_x[agent] - normal_x * inward
	velocity_y[agent] = velocity_y[agent] - normal_y * inward
	if _touching[agent] == 0:
		_touching[agent] = 1
		rewards[agent] -= _HIT_PENALTY
		obstacle_hit.emit(agent, x[agent], y[agent], speed)


func _score(agent: int) -> void:
	var dx: float = target_x[agent] - x[agent]
	var dy: float = target_y[agent] - y[agent]
	var distance: float = sqrt(dx * dx + dy * dy)
	rewards[agent] += _distance[agent] - distance
	_distance[agent] = distance
	if distance < TARGET_RADIUS:
		rewards[agent] += _REACH_BONUS
		target_reached.emit(agent, target_x[agent], target_y[agent], steps - _target_since[agent])
		_place_target(agent)


func _place_obstacles(random: Pcg32) -> void:
	obstacle_x.clear()
	obstacle_y.clear()
	obstacle_radius.clear()
	for attempt: int in _ATTEMPTS:
		var radius: float = random.between(_SMALLEST, _SMALLEST + _SPREAD)
		var margin: float = radius + _GAP
		var px: float = random.between(margin, WIDTH - margin)
		var py: float = random.between(margin, HEIGHT - margin)
		if obstacle_x.size() < _OBSTACLES and _is_free(px, py, margin):
			obstacle_x.append(px)
			obstacle_y.append(py)
			obstacle_radius.append(radius)


func _place_target(agent: int) -> void:
	var dx: float = 0.0
	var dy: float = 0.0
	var squared: float = 0.0
	for attempt: int in _ATTEMPTS:
		_find_free_point(_random[agent], _CLEARANCE)
		dx = _point_x - x[agent]
		dy = _point_y - y[agent]
		squared = dx * dx + dy * dy
		if squared >= _NEW_TARGET_DISTANCE * _NEW_TARGET_DISTANCE:
			break
	target_x[agent] = _point_x
	target_y[agent] = _point_y
	_distance[agent] = sqrt(squared)
	_target_since[agent] = steps


# Obstacles cover a sixth of the room at most: the attempts end early.
func _find_free_point(random: Pcg32, clearance: float) -> void:
	for attempt: int in _ATTEMPTS:
		_point_x = random.between(clearance, WIDTH - clearance)
		_point_y = random.between(clearance, HEIGHT - clearance)
		if _is_free(_point_x, _point_y, clearance):
			return


func _is_free(px: float, py: float, clearance: float) -> bool:
	for index: int in obstacle_x.size():
		var dx: float = px - obstacle_x[index]
		var dy: float = py - obstacle_y[index]
		var apart: float = obstacle_radius[index] + clearance
		if dx * dx + dy * dy < apart * apart:
			return false
	return true
