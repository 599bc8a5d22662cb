extends RefCounted
## The packed values of one message that go before its line, in the order in which they are met.

const GdwireBlob = preload("blob.gd")
const Self = preload("blobs_out.gd")

## Packed values of fewer bytes stay in the line: a game reads them as fast there, or faster.
const LEAST_BYTES := 384
## What names the member of an object that stands for a blob.
const NAME := '"$blob"'

var _all: Array[PackedByteArray] = []


## JSON text for a packed value: an object that stands for a blob, if [param blobs] takes it; else
## base64.
static func text(raw: PackedByteArray, blobs: Self) -> String:
	if blobs == null or raw.size() < LEAST_BYTES:
		return '"' + GdwireBlob.base64(raw) + '"'
	blobs._all.append(raw)
	return '{"$blob":%d}' % (blobs._all.size() - 1)


## Whether none was taken.
func is_empty() -> bool:
	return _all.is_empty()


## Whether nothing else in [param line] looks like what stands for a blob.
func is_clear_in(line: String) -> bool:
	return _all.is_empty() or line.count(NAME) == _all.size()


## The bytes that go before the line.
func to_bytes() -> PackedByteArray:
	var bytes := PackedByteArray()
	for raw: PackedByteArray in _all:
		bytes.append_array(("#%d\n" % raw.size()).to_ascii_buffer())
		bytes.append_array(raw)
		bytes.append(10)
	return bytes
