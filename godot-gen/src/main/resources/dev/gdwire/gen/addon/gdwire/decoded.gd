extends RefCounted
## What came of decoding: a message, or the first fault and its place.
##
## The words are those of the Java side: [code]$.units[3].hp: expected integer, got string[/code].

const GdwireMessage = preload("message.gd")

## The message; null on a fault.
var message: GdwireMessage = null
## Place of the fault, from [code]$[/code] for the message itself; empty without a fault.
var path: String = ""
## What the schema asks for at [member path].
var expected: String = ""
## What was there.
var actual: String = ""


## Whether there is a message.
func ok() -> bool:
	return message != null


## The fault in one line; empty when there is none.
func problem() -> String:
	if ok():
		return ""
	return "%s: expected %s, got %s" % [path, expected, actual]
