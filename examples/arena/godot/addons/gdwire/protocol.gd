extends RefCounted
## Base of a generated schema set: the registry of its messages, and their JSON form.
##
## The generated class has no state: any number of connections can share one instance.

## Which side may send a message.
enum Sender {
	## The Java program.
	JAVA,
	## The Godot game.
	GODOT,
	## Either.
	BOTH,
}

const GdwireBlobsOut = preload("blobs_out.gd")
const GdwireMessage = preload("message.gd")
const GdwireDecoded = preload("decoded.gd")


## Name of the schema set, such as [code]arena[/code].
func name() -> String:
	return ""


## Version of the schema set, [code]MAJOR.MINOR[/code].
func version() -> String:
	return ""


## Digest of all the set's messages: equal digests mean equal schemas.
func fingerprint() -> String:
	return ""


## Name of the property that holds a message's tag.
func discriminator() -> String:
	return "type"


## The tags of all messages, sorted.
func tags() -> PackedStringArray:
	return PackedStringArray()


## The digest of each message's schema (a String), by its tag.
func fingerprints() -> Dictionary:
	return {}


## Which side may send the message with this tag; [constant BOTH] for a tag that is not known.
func sender(_tag: String) -> Sender:
	return Sender.BOTH


## Tag of the message that answers this one; empty when it is no request.
func reply_tag(_tag: String) -> String:
	return ""


## Reads a message from a JSON object that was parsed already. The discriminator and the wire's
## own keys ([code]$id[/code], [code]$re[/code], [code]$seq[/code], [code]$ack[/code]) are no part
## of the message. Any input is safe: what does not fit is a fault in the result.
func decode(_object: Dictionary) -> GdwireDecoded:
	return GdwireDecoded.new()


## Writes a valid message as one JSON object, its discriminator first, without a newline.
func encode(_message: GdwireMessage) -> String:
	return "{}"


## The same with packed values of many bytes in [param _blobs], which go before the line.
func encode_beside(message: GdwireMessage, _blobs: GdwireBlobsOut) -> String:
	return encode(message)
