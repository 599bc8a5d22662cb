extends "res://harness/test_case.gd"
## What the game says of JSON and of what is none; Java says the same.

const JsonLine = preload("res://addons/gdwire/json_line.gd")
const Utf8 = preload("res://addons/gdwire/utf8.gd")
const Vectors = preload("res://holder/vectors.gd")
const MOST_USEC := 2000000


func test_every_text_is_accepted_or_refused() -> void:
	for row in FileAccess.get_file_as_string("res://vectors/answers.txt").split("\n", false):
		var answers := row.split("\t")
		var bytes := FileAccess.get_file_as_bytes("res://vectors/" + answers[0])
		var begin := Time.get_ticks_usec()
		equal(_alone(bytes), answers[1], row)
		equal(_in_message(bytes), answers[2], "in a message: " + row)
		check(Time.get_ticks_usec() - begin < MOST_USEC, "in time: " + row)


func _alone(bytes: PackedByteArray) -> String:
	var json := JsonLine.new()
	var is_read := json.read(bytes)
	return "accepted" if is_read or json.problem == JsonLine.NO_OBJECT else "refused"


func _in_message(bytes: PackedByteArray) -> String:
	var line := '{"type":"holder","value":'.to_utf8_buffer() + bytes + "}".to_utf8_buffer()
	if line.find(0) >= 0 or not Utf8.is_valid(line):
		return "refused"
	var decoded := Vectors.decode_line(line.get_string_from_utf8())
	if decoded.ok():
		return "accepted"
	if decoded.actual.begins_with("malformed JSON"):
		return "refused"
	return "expected %s, got %s" % [decoded.expected, decoded.actual]
