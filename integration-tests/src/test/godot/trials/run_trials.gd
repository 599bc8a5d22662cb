extends SceneTree
## Decodes the lines of every trial in res://trials.txt, encodes what came of them and decodes that
## again. Prints [code]trial START id[/code] and for each line
## [code]trial ANSWER verdict encoded trouble[/code], each text in base64 after a "-".

const GdwireDecoded = preload("res://addons/gdwire/decoded.gd")
const GdwireMessage = preload("res://addons/gdwire/message.gd")


func _initialize() -> void:
	var file := FileAccess.open("res://trials.txt", FileAccess.READ)
	while not file.eof_reached():
		var row := file.get_line()
		if not row.is_empty():
			_run(row)
	quit()


func _run(row: String) -> void:
	var trial: Dictionary = JSON.parse_string(row)
	print("trial START ", trial["id"])
	var path: String = trial["script"]
	var script: GDScript = load(path)
	if script == null or not script.can_instantiate():
		print("ERROR: %s does not compile" % path)
		return
	var lines: Array = trial["lines"]
	for line: String in lines:
		_ask(script, line)


func _ask(script: GDScript, line: String) -> void:
	var decoded: GdwireDecoded = script.call("decode_line", line)
	if not decoded.ok():
		_answer(decoded.problem(), "", "")
		return
	var encoded: String = script.call("encode_line", decoded.message)
	_answer("ok", encoded, _trouble(script, decoded.message, encoded))


func _trouble(script: GDScript, message: GdwireMessage, encoded: String) -> String:
	if not message.validate().is_empty():
		return "validate: " + message.validate()
	var again: GdwireDecoded = script.call("decode_line", encoded)
	if not again.ok():
		return "decoded again: " + again.problem()
	if not message.call("equals", again.message):
		return "decoded again, it is not equal"
	var text: String = script.call("encode_line", again.message)
	return "" if text == encoded else "encoded again, it is " + text


func _answer(verdict: String, encoded: String, trouble: String) -> void:
	print(
		"trial ANSWER -%s -%s -%s"
		% [
			Marshalls.utf8_to_base64(verdict),
			Marshalls.utf8_to_base64(encoded),
			Marshalls.utf8_to_base64(trouble),
		]
	)
