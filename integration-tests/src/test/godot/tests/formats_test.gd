extends "res://harness/test_case.gd"
## Formats of strings: the same verdicts as in Java.

const TextFormat = preload("res://addons/gdwire/text_format.gd")


func test_every_format_is_as_the_table_says() -> void:
	var rows := 0
	for line in FileAccess.get_file_as_string("res://verdicts/formats.txt").split("\n", false):
		if line.begins_with("#"):
			continue
		rows += 1
		var row: Dictionary = JSON.parse_string(line)
		equal(TextFormat.matches(str(row["format"]), str(row["text"])), row["valid"], line)
	check(rows > 400, "the table has rows")


func test_long_texts_are_no_trouble() -> void:
	var long := "http://a/" + "%41a".repeat(1 << 17)
	equal(TextFormat.matches("uri", long), true)
	equal(TextFormat.matches("uri", long + "\n"), false)
	equal(TextFormat.matches("email", "\"" + "\\a".repeat(1 << 18) + "\"@b"), true)
	equal(TextFormat.matches("email", "a.".repeat(1 << 18) + "a@b"), true)
	equal(TextFormat.matches("email", "a.".repeat(1 << 18) + "@b"), false)
	equal(TextFormat.matches("duration", "P" + "1".repeat(1 << 18) + "D"), true)
	equal(TextFormat.matches("hostname", "a.".repeat(1 << 18)), false)
	equal(TextFormat.matches("ipv6", "1:".repeat(1 << 18)), false)
