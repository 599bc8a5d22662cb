extends "record.gd"
## Base of every generated message class.
##
## A message is plain data: set its properties, send it. Nothing checks a property while it is
## set; [method validate] says whether the whole is valid, and sending does so first.


## The message's type tag on the wire, such as [code]spawn_entity[/code].
func tag() -> String:
	return ""


## The message as it travels: one JSON object with its tag first, without a newline. It must be
## valid.
func to_line() -> String:
	return "{}"
