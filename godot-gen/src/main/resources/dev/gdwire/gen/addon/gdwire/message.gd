extends RefCounted
## Base of every generated message class.
##
## A message is plain data: set its properties, send it. Nothing checks a property while it is
## set; [method validate] says whether the whole is valid, and sending does so first.


## The message's type tag on the wire, such as [code]spawn_entity[/code].
func tag() -> String:
	return ""


## Empty when the message fits its schema, else the first fault as
## [code]PATH: expected EXPECTED, got ACTUAL[/code].
func validate() -> String:
	return ""
