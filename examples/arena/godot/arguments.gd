extends RefCounted
## What the command line says after `--`: `--port N` (7001 unless given, 0 for any) and `--once`.

const DEFAULT_PORT: int = 7001

var port: int = DEFAULT_PORT
## Quit when the last peer leaves.
var once: bool = false
## What is wrong with them; empty when nothing is.
var problem: String = ""


func _init(words: PackedStringArray) -> void:
	var index: int = 0
	while index < words.size() and problem.is_empty():
		if words[index] == "--once":
			once = true
		elif words[index] == "--port" and index + 1 < words.size():
			index += 1
			_read_port(words[index])
		else:
			problem = "expected --port N or --once, got " + words[index]
		index += 1


func _read_port(word: String) -> void:
	if word.is_valid_int() and word.to_int() >= 0 and word.to_int() <= 65535:
		port = word.to_int()
	else:
		problem = "--port: expected a number from 0 to 65535, got " + word
