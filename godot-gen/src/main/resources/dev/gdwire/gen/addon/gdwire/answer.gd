extends RefCounted
## What a request came to: the reply, or why there is none.

const GdwireMessage = preload("message.gd")
const Self = preload("answer.gd")

## The reply; null when there is none.
var message: GdwireMessage = null
## Why there is no reply; empty when there is one.
var error: String = ""


## An answer that is the reply.
static func of_message(reply: GdwireMessage) -> Self:
	var answer := Self.new()
	answer.message = reply
	return answer


## An answer that says why there is no reply.
static func of_error(reason: String) -> Self:
	var answer := Self.new()
	answer.error = reason
	return answer


## Whether there is a reply.
func ok() -> bool:
	return message != null
