extends "server_case.gd"
## A flood slows the game down, and does not stop it.

const Event = preload("res://addons/gdwire/event.gd")
const Session = preload("res://addons/gdwire/session.gd")
const Settings = preload("res://addons/gdwire/session_settings.gd")
const TimeBudget = preload("res://addons/gdwire/time_budget.gd")


func test_a_budget_is_spent_after_its_time() -> void:
	check(TimeBudget.new(0).is_spent(), "none")
	check(not TimeBudget.new(60_000_000).is_spent(), "a minute")


func test_what_a_budget_left_is_taken_later() -> void:
	var settings := Settings.new()
	settings.plain = true
	var session := Session.new(settings)
	session.start(0)
	session.receive('{"n":1}\n{"n":2}\n{"n":3}\n{"n"'.to_utf8_buffer(), 0, TimeBudget.new(0))
	equal(session.take_events().size(), 0, "nothing is taken without time")
	check(session.has_lines_left, "lines are left")
	session.go_on(0)
	check(not session.has_lines_left, "no line is left")
	session.receive(":4}\n".to_utf8_buffer(), 0)
	var objects := []
	for event: Event in session.take_events():
		if event.kind == Event.Kind.JSON_OBJECT:
			objects.append(event.data["n"])
	equal(objects, [1.0, 2.0, 3.0, 4.0], "all are taken in their order")


func test_empty_lines_and_empty_blobs_do_not_hold_up_a_game() -> void:
	for part: String in ["\n", "\r\n", "#0\n\n"]:
		var session := Session.new(Settings.new())
		session.start(0)
		session._decoder.accept_blobs()
		var began := Time.get_ticks_usec()
		session.receive(part.repeat(100_000).to_utf8_buffer(), 0, TimeBudget.new(1000))
		var took := Time.get_ticks_usec() - began
		check(took < 80_000, "%s: %d us" % [part.c_escape(), took])
		check(part == "\n" or session.has_lines_left, part.c_escape() + ": the rest waits")


func test_a_flood_is_read_in_shares() -> void:
	await _connect()
	_server.poll_budget_ms = 0.0
	var count := 1500
	for i: int in count:
		equal(_client.peer().send(ToyMessage.of("note", str(i))), OK, "send")
	_client.poll()
	_log.clear()
	OS.delay_msec(50)
	_server.poll()
	var first := _log.size()
	check(first < count, "%d of %d were read at one poll" % [first, count])
	_server.poll()
	check(_log.size() > first, "each poll reads some, however little time there is")
	await _until(func() -> bool: return _log.size() >= count)
	equal(_log.size(), count, "all arrive")
	check(_log[0].ends_with(" 0") and _log[-1].ends_with(" %d" % (count - 1)), _log[-1])
	_stop()
