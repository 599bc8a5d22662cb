extends "res://harness/test_case.gd"
## Sessions under random cuts, delays, damage, doubled streams and restarts, against a model.

const Event = preload("res://addons/gdwire/event.gd")
const Session = preload("res://addons/gdwire/session.gd")
const World = preload("resume_world.gd")

## How many worlds, and how many steps in each; more by the environment's GDWIRE_RESUME_WORLDS.
const WORLDS := 24
const STEPS := 400

var _random: RandomNumberGenerator = RandomNumberGenerator.new()


func test_each_message_comes_once_in_order_or_its_loss_is_told() -> void:
	var wanted := OS.get_environment("GDWIRE_RESUME_WORLDS").to_int()
	var totals := {}
	for seed_number: int in maxi(WORLDS, wanted):
		_random.seed = seed_number
		var world := _world(seed_number)
		equal(world.failures, PackedStringArray(), "seed %d" % seed_number)
		for kind: String in world.counts:
			totals[kind] = totals.get(kind, 0) + world.counts[kind]
	print("resume model: ", totals.keys().filter(func(kind: String) -> bool: return kind == kind.to_upper()).map(
		func(kind: String) -> String: return "%s %d" % [kind, totals[kind]]
	))
	for kind: String in ["MESSAGE", "REQUEST", "ANSWERED", "SUSPENDED", "RESUMED", "LOST"]:
		var count: int = totals.get(kind, 0)
		check(count > 100 if kind != "LOST" else count > 20, "%s came %d times" % [kind, count])


## A network that only cuts, and a server that lives: nothing is ever lost.
func test_cuts_alone_lose_nothing() -> void:
	_random.seed = 99
	var world := World.new()
	for step: int in 1500:
		_talk(world)
		if _random.randf() < 0.05 and not world.wires.is_empty():
			var wire := world.wires[_random.randi_range(0, world.wires.size() - 1)]
			if _random.randf() < 0.5:
				world.leave(wire)
			else:
				world.cut(wire, true, _random.randf() < 0.5)
		_live(world)
	_heal(world)
	equal(world.failures, PackedStringArray(), "model")
	equal(world.count_of("LOST"), 0, "losses")
	check(world.count_of("RESUMED") > 50, "%s" % world.counts)
	check(world.count_of("MESSAGE") > 700, "%s" % world.counts)


func test_connections_and_sessions_that_are_over_leave_no_objects_behind() -> void:
	_random.seed = 5
	check(_world(5).count_of("RESUMED") > 5, "a session was resumed")
	var before := Performance.get_monitor(Performance.OBJECT_COUNT)
	_random.seed = 5
	check(_world(5).count_of("RESUMED") > 5, "a session was resumed again")
	equal(Performance.get_monitor(Performance.OBJECT_COUNT), before, "objects")


func _world(seed_number: int) -> World:
	var world := World.new()
	if seed_number % 4 == 0:
		world.kept_bytes = 3000
	for step: int in STEPS:
		_talk(world)
		_harm(world)
		_live(world)
	_heal(world)
	return world


func _talk(world: World) -> void:
	var side := "client" if _random.randf() < 0.5 else "server"
	var chance := _random.randf()
	if chance < 0.6:
		world.send(side, "x".repeat(_random.randi_range(0, 300)))
	elif chance < 0.75:
		world.ask(side)
	elif chance < 0.9:
		world.answer(side)


func _harm(world: World) -> void:
	var chance := _random.randf()
	if chance < 0.05 and not world.wires.is_empty():
		var wire := world.wires[_random.randi_range(0, world.wires.size() - 1)]
		if _random.randf() < 0.3:
			world.leave(wire)
		else:
			world.cut(wire, _random.randf() < 0.8, _random.randf() < 0.5)
	elif chance < 0.06 and not world.wires.is_empty():
		_damage(world.wires[_random.randi_range(0, world.wires.size() - 1)])
	elif chance < 0.075 and not world.recordings.is_empty():
		world.play_again(world.recordings[_random.randi_range(0, world.recordings.size() - 1)])
	elif chance < 0.08:
		world.restart_server()
	elif chance < 0.082:
		world.advance(70_000_000)
	elif chance < 0.083 and world.front != null:
		world.front.close("enough")
		world.collect()


## A byte that no JSON has.
func _damage(wire: World.Wire) -> void:
	if not wire.down.is_empty():
		wire.down[_random.randi_range(0, wire.down.size() - 1)] = 0xff
	if not wire.up.is_empty() and _random.randf() < 0.5:
		wire.up[_random.randi_range(0, wire.up.size() - 1)] = 0xff


func _live(world: World) -> void:
	if world.attempt == null and (world.front == null or world.front.state != Session.State.OPEN):
		if _random.randf() < 0.3:
			world.connect_client()
	if _random.randf() < 0.7:
		world.deliver(_random.randi_range(1, 1500))
	world.advance(_random.randi_range(0, 60_000))


func _heal(world: World) -> void:
	for turn: int in 400:
		if world.attempt == null and (world.front == null or world.front.state != Session.State.OPEN):
			world.connect_client()
		world.deliver(100_000)
		world.advance(50_000)
		while world.answer("client") or world.answer("server"):
			pass
	# What nobody resumes any more is given up.
	for turn: int in 80:
		world.deliver(100_000)
		world.advance(900_000)
	world.judge_end()
