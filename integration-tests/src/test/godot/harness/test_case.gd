extends RefCounted
## Base of a test file: every method whose name begins with "test_" is a test.
##
## A test may await. It passes when it comes to its end, checked something, and no check failed.

var _failures: PackedStringArray = PackedStringArray()
var _checks: int = 0
var _tree: SceneTree = null


## Checks that two values are equal, and of the same type.
func equal(actual: Variant, expected: Variant, what: String = "") -> void:
	_checks += 1
	if typeof(actual) != typeof(expected) or actual != expected:
		_failures.append("%s: expected <%s>, got <%s>" % [what, expected, actual])


## Checks a condition.
func check(condition: bool, what: String) -> void:
	_checks += 1
	if not condition:
		_failures.append(what)


## Waits for one turn of the main loop.
func frame() -> void:
	await _tree.process_frame
