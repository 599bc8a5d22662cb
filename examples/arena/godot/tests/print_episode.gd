extends SceneTree
## Plays an episode with random actions and prints every number of it, for the Java twin to compare.
##
## godot --headless --path . --script tests/print_episode.gd -- SEED STEPS

const ArenaWorld = preload("res://arena_world.gd")
const Pcg32 = preload("res://pcg32.gd")

const _ACTION_STREAM: int = 99


func _init() -> void:
	var arguments: PackedStringArray = OS.get_cmdline_user_args()
	var seed_value: int = arguments[0].to_int()
	var count: int = arguments[1].to_int()
	var world: ArenaWorld = ArenaWorld.new()
	var random: Pcg32 = Pcg32.new(seed_value, _ACTION_STREAM)
	world.target_reached.connect(_print_reached)
	world.obstacle_hit.connect(_print_hit)
	world.reset(seed_value)
	_print_state(world)
	for step: int in count:
		var actions: PackedFloat32Array = []
		for index: int in 2 * ArenaWorld.AGENTS:
			actions.append(random.between(-1.25, 1.25))
		world.step(actions, 1 + step % 3)
		_print_state(world)
	print("episode printed")
	quit()


func _print_state(world: ArenaWorld) -> void:
	for agent: int in ArenaWorld.AGENTS:
		var numbers: Array[float] = [
			world.x[agent], world.y[agent], world.velocity_x[agent], world.velocity_y[agent],
			world.target_x[agent], world.target_y[agent], world.rewards[agent],
		]
		for value: float in world.observation(agent):
			numbers.append(value)
		print("state ", agent, " ", JSON.stringify(numbers, "", false, true))


func _print_reached(agent: int, x: float, y: float, steps: int) -> void:
	print("reached ", agent, " ", JSON.stringify([x, y, steps], "", false, true))


func _print_hit(agent: int, x: float, y: float, speed: float) -> void:
	print("hit ", agent, " ", JSON.stringify([x, y, speed], "", false, true))
