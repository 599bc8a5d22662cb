extends "session_case.gd"
## Signs of life, given and missed, on a clock of the test's.

const SignsOfLife = preload("res://addons/gdwire/signs_of_life.gd")
const Backoff = preload("res://addons/gdwire/backoff.gd")
const SECOND := 1_000_000


func test_an_empty_line_comes_when_nothing_was_said_for_a_third_of_the_promise() -> void:
	var session := _promising(3 * SECOND, "")
	for i: int in 9:
		session.advance(i * 100_000 + 99_999)
	equal(session.take_output().size(), 0, "so far")
	session.advance(SECOND)
	equal(session.take_output().get_string_from_utf8(), "\n", "a third")
	session.send(ToyMessage.of("note", "a"))
	session.take_output()
	session.advance(2 * SECOND)
	session.advance(3 * SECOND - 1)
	equal(session.take_output().size(), 0, "it counts from what was said")
	session.advance(3 * SECOND)
	equal(session.take_output().get_string_from_utf8(), "\n", "a third again")
	session.advance(60 * SECOND)
	equal(session.take_output().get_string_from_utf8(), "\n", "late, and at once")


func test_who_promises_nothing_sends_nothing() -> void:
	var session := _promising(0, "")
	for i: int in 100:
		session.advance(i * SECOND)
	equal(session.take_output().size(), 0, "nothing")
	equal(session.state, Session.State.OPEN, "and hears nothing without harm")


func test_a_peer_that_is_silent_for_longer_than_promised_is_dead() -> void:
	var session := _promising(0, ',"silence":3000')
	_pass(session, 0, 2900)
	session.receive("\n".to_utf8_buffer(), 2_900_000)
	_pass(session, 2900, 5800)
	equal(session.state, Session.State.OPEN, "any byte counts")
	_pass(session, 5800, 6000)
	equal(_events(session), ["CLOSED nothing came from the peer for 3.0 s, though it promised signs of"
		+ " life: it is gone, or stands still without having said so"], "dead")


func test_time_in_which_this_side_stood_still_does_not_count() -> void:
	var session := _promising(0, ',"silence":3000')
	_pass(session, 0, 2900)
	session.advance(500 * SECOND)
	equal(session.state, Session.State.OPEN, "after a stall")
	_pass(session, 500_000, 502_900)
	equal(session.state, Session.State.OPEN, "the whole time again")
	_pass(session, 502_900, 503_100)
	equal(session.state, Session.State.CLOSED, "and no more")


func test_a_peer_that_is_away_may_be_silent() -> void:
	var session := _promising(0, ',"silence":3000')
	_feed(session, '{"gdwire":"away"}\n')
	_pass(session, 0, 60_000)
	session.receive("\n\n".to_utf8_buffer(), 60 * SECOND)
	_pass(session, 60_000, 90_000)
	equal(session.state, Session.State.OPEN, "an empty line is no return")
	session.receive('{"gdwire":"ping","nonce":0}\n'.to_utf8_buffer(), 90 * SECOND)
	_pass(session, 90_000, 92_900)
	equal(session.state, Session.State.OPEN, "back")
	_pass(session, 92_900, 93_100)
	equal(session.state, Session.State.CLOSED, "its promise holds again")


func test_a_peer_may_be_away_for_a_time() -> void:
	var session := _promising(0, ',"silence":3000')
	_feed(session, '{"gdwire":"away","milliseconds":20000}\n{"type":"note","text":"said at once"}\n')
	_pass(session, 0, 22_900)
	equal(session.state, Session.State.OPEN, "its time, and what it promised")
	_pass(session, 22_900, 23_200)
	equal(session.state, Session.State.CLOSED, "no longer")


func test_going_away_is_said() -> void:
	var session := _promising(SECOND, "")
	equal(session.say_away(0), OK, "until I speak")
	equal(session.say_away(1500), OK, "for a time")
	equal(_lines(session), [{"gdwire": "away"}, {"gdwire": "away", "milliseconds": 1500.0}], "lines")
	session.close("done")
	equal(session.say_away(0), ERR_UNCONFIGURED, "closed")


func test_waits_grow_to_five_seconds_and_are_drawn_from_their_upper_half() -> void:
	var backoff := Backoff.new()
	var whole := 100_000
	for i: int in 12:
		var wait := backoff.next_usec()
		check(wait * 2 >= whole and wait <= whole, "%d of %d" % [wait, whole])
		whole = mini(whole * 2, 5_000_000)
	backoff.reset()
	check(backoff.next_usec() <= 100_000, "anew")
	var firsts := {}
	for i: int in 50:
		firsts[Backoff.new().next_usec()] = true
	check(firsts.size() > 25, "%d waits of 50 differ" % firsts.size())


## Asks every 100 ms, after [param from_msec] and up to [param to_msec].
func _pass(session: Session, from_msec: int, to_msec: int) -> void:
	for msec: int in range(from_msec + 100, to_msec + 1, 100):
		session.advance(msec * 1000)


func _promising(silence_usec: int, of_the_peer: String) -> Session:
	var settings := _settings(Settings.Role.ACCEPTOR)
	settings.silence_usec = silence_usec
	var session := Session.new(settings)
	session.start(0)
	_feed(session, HELLO.replace('"maxFrame":1048576', '"maxFrame":1048576' + of_the_peer))
	session.advance(0)
	session.take_output()
	session.take_events()
	return session
