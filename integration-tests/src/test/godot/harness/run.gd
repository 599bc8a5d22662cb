extends SceneTree
## Runs every test of res://tests and prints one line for each:
## [code]test PASS file.test[/code] or [code]test FAIL file.test: why[/code], and at the end
## [code]tests done: N passed, M failed[/code]. Who reads it compares the lines with the count.

const TestCase = preload("test_case.gd")

var _passed: int = 0
var _failed: int = 0


func _initialize() -> void:
	_run_all()


func _run_all() -> void:
	# The first frame: before it, no signal of the main loop comes.
	await process_frame
	for file: String in DirAccess.get_files_at("res://tests"):
		if file.ends_with("_test.gd"):
			await _run_file(file)
	print("tests done: %d passed, %d failed" % [_passed, _failed])
	quit(0 if _failed == 0 and _passed > 0 else 1)


func _run_file(file: String) -> void:
	var script: GDScript = load("res://tests/" + file)
	if script == null or not script.can_instantiate():
		_report(file.get_basename(), PackedStringArray(["the file does not compile"]))
		return
	for method: Dictionary in script.get_script_method_list():
		var method_name: String = method["name"]
		if method_name.begins_with("test_"):
			await _run_test(script, file.get_basename(), method_name)


func _run_test(script: GDScript, group: String, method_name: String) -> void:
	var full_name := group + "." + method_name
	print("test START ", full_name)
	var test: TestCase = script.new()
	test._tree = self
	await test.call(method_name)
	var failures := test._failures
	if test._checks == 0:
		failures.append("it checked nothing")
	_report(full_name, failures)


func _report(full_name: String, failures: PackedStringArray) -> void:
	if failures.is_empty():
		_passed += 1
		print("test PASS ", full_name)
	else:
		_failed += 1
		print("test FAIL ", full_name, ": ", " | ".join(failures).replace("\n", "\\n"))
