extends "res://harness/test_case.gd"
## What the game says of JSON and of what is none; Java says the same.

const JsonLine = preload("res://addons/gdwire/json_line.gd")
const Rich = preload("res://rich/rich.gd")
const Utf8 = preload("res://addons/gdwire/utf8.gd")
const MOST_USEC := 2000000


func test_every_text_is_accepted_or_refused() -> void:
	for row in FileAccess.get_file_as_string("res://vectors/answers.txt").split("\n", false):
		var cut := row.rfind(" ")
		var bytes := FileAccess.get_file_as_bytes("res://vectors/" + row.left(cut))
		var begin := Time.get_ticks_usec()
		equal(_alone(bytes), row.substr(cut + 1), row)
		equal(_in_message(bytes), row.substr(cut + 1), "in a message: " + row)
		check(Time.get_ticks_usec() - begin < MOST_USEC, "in time: " + row)


func _alone(bytes: PackedByteArray) -> String:
	var json := JsonLine.new()
	var is_read := json.read(bytes)
	return "accepted" if is_read or json.problem == JsonLine.NO_OBJECT else "refused"


func _in_message(bytes: PackedByteArray) -> String:
	var line := '{"type":"pong","seed":1,"value":'.to_utf8_buffer() + bytes + "}".to_utf8_buffer()
	if line.find(0) >= 0 or not Utf8.is_valid(line):
		return "refused"
	var decoded := Rich.decode_line(line.get_string_from_utf8())
	if decoded.ok():
		return "accepted"
	check(decoded.actual.begins_with("malformed JSON"), decoded.problem())
	return "refused"
