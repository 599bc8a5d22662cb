extends RefCounted
## The world as the messages of the schema set `rl` see it.

const ArenaWorld = preload("res://arena_world.gd")
const RlApi = preload("res://rl/rl.gd")

const _TICKS_PER_STEP: int = 1

var _world: ArenaWorld


func _init(world: ArenaWorld) -> void:
	_world = world


## What environment this is.
func describe() -> RlApi.Description:
	var observation: RlApi.Space = RlApi.Space.of(ArenaWorld.OBSERVATION_SIZE, -1.0, 1.0)
	observation.labels = ArenaWorld.OBSERVATION_LABELS
	var action: RlApi.Space = RlApi.Space.of(ArenaWorld.ACTION_SIZE, -1.0, 1.0)
	action.labels = ArenaWorld.ACTION_LABELS
	var description: RlApi.Description = RlApi.Description.of(
			"arena", ArenaWorld.AGENTS, observation, action)
	description.max_steps = ArenaWorld.MAX_STEPS
	description.ticks_per_step = _TICKS_PER_STEP
	return description


## Starts a new episode.
func reset(request: RlApi.Reset) -> RlApi.Observation:
	_world.reset(request.seed if request.has_seed() else randi())
	return _observation()


## Lets every agent act. Null when the actions do not fit the agents.
func step(request: RlApi.Step) -> RlApi.Observation:
	var actions: PackedFloat32Array = PackedFloat32Array()
	for action: RlApi.AgentAction in request.actions:
		if action.values.size() != ArenaWorld.ACTION_SIZE:
			return null
		actions.append_array(action.values)
	if actions.size() != ArenaWorld.AGENTS * ArenaWorld.ACTION_SIZE:
		return null
	_world.step(actions, request.ticks if request.has_ticks() else _TICKS_PER_STEP)
	return _observation()


func _observation() -> RlApi.Observation:
	var states: Array[RlApi.AgentState] = []
	var truncated: bool = _world.truncated()
	for agent: int in ArenaWorld.AGENTS:
		states.append(RlApi.AgentState.of(
				_world.observation(agent), _world.rewards[agent], false, truncated))
	return RlApi.Observation.of(_world.steps, states)
