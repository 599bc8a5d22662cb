extends "res://harness/test_case.gd"
## The harness itself: what it must not let pass.

const TestCase = preload("res://harness/test_case.gd")


func test_equal_tells_values_and_types_apart() -> void:
	var other := TestCase.new()
	other.equal(1, 1)
	check(other._failures.is_empty(), "equal values are no failure")
	other.equal(1, 2, "numbers")
	other.equal(1, 1.0, "types")
	equal(other._failures.size(), 2, "failures")
	equal(other._failures[0], "numbers: expected <2>, got <1>", "text")


func test_may_wait_for_the_main_loop() -> void:
	var before := Engine.get_process_frames()
	await frame()
	await frame()
	check(Engine.get_process_frames() > before, "frames went by")
