extends Node2D
## Draws the arena: obstacles, targets, agents with their trails, and a ring where something happened.

const ArenaWorld = preload("res://arena_world.gd")

const _PIXELS_PER_METRE: float = 80.0
const _TRAIL: int = 48
const _RING_SECONDS: float = 0.6
const _FLOOR: Color = Color(0.10, 0.12, 0.16)
const _GRID: Color = Color(1.0, 1.0, 1.0, 0.035)
const _OBSTACLE: Color = Color(0.23, 0.27, 0.34)
const _OBSTACLE_EDGE: Color = Color(0.38, 0.44, 0.54)
const _HIT: Color = Color(1.0, 0.36, 0.30)

## The world to draw.
var world: ArenaWorld = null
## Where between the last tick (0) and this one (1) the agents are drawn.
var fraction: float = 1.0

var _before: PackedVector2Array = []
var _trails: Array[PackedVector2Array] = []
var _rings: Array[Ring] = []


func _process(delta: float) -> void:
	if world == null:
		return
	for ring: Ring in _rings:
		ring.age += delta
	_rings = _rings.filter(func(ring: Ring) -> bool: return ring.age < _RING_SECONDS)
	for agent: int in _trails.size():
		var trail: PackedVector2Array = _trails[agent]
		trail.append(_place(agent))
		if trail.size() > _TRAIL:
			trail.remove_at(0)
		_trails[agent] = trail
	queue_redraw()


func _draw() -> void:
	if world == null:
		return
	draw_set_transform(Vector2.ZERO, 0.0, Vector2(_PIXELS_PER_METRE, _PIXELS_PER_METRE))
	_draw_floor()
	for index: int in world.obstacle_x.size():
		var centre: Vector2 = Vector2(world.obstacle_x[index], world.obstacle_y[index])
		draw_circle(centre, world.obstacle_radius[index], _OBSTACLE_EDGE)
		draw_circle(centre, world.obstacle_radius[index] - 0.05, _OBSTACLE)
	for agent: int in ArenaWorld.AGENTS:
		_draw_target(agent)
	for agent: int in _trails.size():
		_draw_trail(agent)
	for agent: int in ArenaWorld.AGENTS:
		_draw_agent(agent)
	for ring: Ring in _rings:
		ring.draw_on(self)


## Remembers where the agents are, before the world takes a step.
func remember() -> void:
	_before.resize(ArenaWorld.AGENTS)
	for agent: int in ArenaWorld.AGENTS:
		_before[agent] = Vector2(world.x[agent], world.y[agent])


## Forgets the trails: a new episode has begun.
func clear() -> void:
	_rings.clear()
	_trails.clear()
	for agent: int in ArenaWorld.AGENTS:
		_trails.append(PackedVector2Array())
	remember()


## Shows that an agent reached its target.
func show_reached(agent: int, x: float, y: float) -> void:
	_rings.append(Ring.new(Vector2(x, y), _color(agent)))


## Shows that an agent ran into an obstacle.
func show_hit(x: float, y: float) -> void:
	_rings.append(Ring.new(Vector2(x, y), _HIT))


func _draw_floor() -> void:
	draw_rect(Rect2(0.0, 0.0, ArenaWorld.WIDTH, ArenaWorld.HEIGHT), _FLOOR)
	for column: int in range(1, int(ArenaWorld.WIDTH)):
		draw_line(Vector2(column, 0.0), Vector2(column, ArenaWorld.HEIGHT), _GRID, 0.02)
	for row: int in range(1, int(ArenaWorld.HEIGHT)):
		draw_line(Vector2(0.0, row), Vector2(ArenaWorld.WIDTH, row), _GRID, 0.02)


func _draw_target(agent: int) -> void:
	var centre: Vector2 = Vector2(world.target_x[agent], world.target_y[agent])
	var color: Color = _color(agent)
	draw_arc(centre, 0.26, 0.0, TAU, 32, Color(color, 0.55), 0.04, true)
	draw_circle(centre, 0.09, Color(color, 0.9))


func _draw_trail(agent: int) -> void:
	var trail: PackedVector2Array = _trails[agent]
	if trail.size() < 2:
		return
	var colors: PackedColorArray = PackedColorArray()
	for index: int in trail.size():
		colors.append(Color(_color(agent), 0.45 * index / trail.size()))
	draw_polyline_colors(trail, colors, 0.08, true)


func _draw_agent(agent: int) -> void:
	var place: Vector2 = _place(agent)
	var color: Color = _color(agent)
	var velocity: Vector2 = Vector2(world.velocity_x[agent], world.velocity_y[agent])
	draw_circle(place, ArenaWorld.AGENT_RADIUS, color)
	draw_circle(place, ArenaWorld.AGENT_RADIUS - 0.06, color.darkened(0.35))
	draw_line(place, place + velocity * 0.12, color.lightened(0.5), 0.06, true)


func _place(agent: int) -> Vector2:
	return _before[agent].lerp(Vector2(world.x[agent], world.y[agent]), fraction)


static func _color(agent: int) -> Color:
	return Color.from_hsv(float(agent) / ArenaWorld.AGENTS, 0.62, 0.98)


## A ring that grows and fades.
class Ring:
	var age: float = 0.0

	var _centre: Vector2
	var _color: Color

	func _init(centre: Vector2, color: Color) -> void:
		_centre = centre
		_color = color

	func draw_on(canvas: CanvasItem) -> void:
		var share: float = age / _RING_SECONDS
		canvas.draw_arc(
				_centre, 0.25 + 0.6 * share, 0.0, TAU, 40, Color(_color, 1.0 - share), 0.06, true)
