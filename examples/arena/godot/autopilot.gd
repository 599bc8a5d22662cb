extends RefCounted
## Plays the arena by a simple rule until somebody comes who can learn it.

const ArenaWorld = preload("res://arena_world.gd")

const _BRAKE: float = 0.4
const _AVOID: float = 0.9
const _TURN: float = 0.9


## An action for every agent: to the target, away from obstacles, and around them.
static func act(world: ArenaWorld) -> PackedFloat32Array:
	var actions: PackedFloat32Array = PackedFloat32Array()
	for agent: int in ArenaWorld.AGENTS:
		var seen: PackedFloat32Array = world.observation(agent)
		var to_target: Vector2 = Vector2(seen[0], seen[1])
		var velocity: Vector2 = Vector2(seen[2], seen[3])
		var obstacle: Vector2 = Vector2(seen[4], seen[5])
		var around: Vector2 = obstacle.orthogonal()
		if around.dot(to_target) < 0.0:
			around = -around
		var thrust: Vector2 = to_target - velocity * _BRAKE - obstacle * _AVOID + around * _TURN
		actions.append(clampf(thrust.x, -1.0, 1.0))
		actions.append(clampf(thrust.y, -1.0, 1.0))
	return actions
