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


## The same with packed values of many bytes in [param _blobs], which go before the line.
func to_line_beside(_blobs: GdwireBlobsOut) -> String:
	return to_line()
