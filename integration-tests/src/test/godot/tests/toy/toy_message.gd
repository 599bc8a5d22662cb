extends "res://addons/gdwire/message.gd"
## A message of the toy protocol: any tag, and one text of at most 1000 characters.

const Self = preload("toy_message.gd")

var text: String = ""
var _tag: String = ""


static func of(its_tag: String, its_text: String = "") -> Self:
	var message := Self.new()
	message._tag = its_tag
	message.text = its_text
	return message


func tag() -> String:
	return _tag


func validate() -> String:
	if text.length() > 1000:
		return "$.text: expected at most 1000 characters, got %d characters" % text.length()
	return ""
