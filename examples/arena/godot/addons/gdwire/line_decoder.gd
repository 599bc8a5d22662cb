extends RefCounted
## Cuts a stream of bytes into lines, wherever the stream was cut on its way.
##
## Bytes in, frames out; no socket. [code]\n[/code] ends a line, a [code]\r[/code] before it is no
## part of it, empty lines mean nothing. A line that is too long is skipped up to its newline and
## reported once. Holds never more than one line of the limit and one chunk, if each [method push]
## is followed by [method next] until that gives [constant NOTHING]. One [method next] does little
## work, whatever came: empty lines and empty blobs cost a peer next to nothing.

## What [method next] found.
enum Found {
	## No whole line yet.
	NOTHING,
	## Nothing so far, after so much work that time should be looked at: call again.
	MORE,
	## A line, in [member frame].
	FRAME,
	## A line over the limit; its bytes are skipped.
	TOO_LONG,
	## Something that stands where a blob should, or a blob with no line behind it; [member reason]
	## says what is wrong.
	MALFORMED,
}

const BlobScanner = preload("blob_scanner.gd")

## A limit for lines where nobody chose one: 1 MiB.
const DEFAULT_LIMIT := 1048576
const NEWLINE := 10
const CARRIAGE_RETURN := 13
## After so many steps of its own, [method next] gives [constant MORE].
const MOST_STEPS := 256
## Runs of newlines are passed over in pieces of these sizes.
const _RUNS: Array[int] = [4096, 256, 16]

## The line found last, without its end.
var frame: PackedByteArray = PackedByteArray()
## The blobs before that line.
var blobs: Array[PackedByteArray] = []
## What was malformed last.
var reason: String = ""

var _limit: int
## The limit that this decoder was made with.
var _widest: int
var _buffer: PackedByteArray = PackedByteArray()
## Where the line that is being looked for begins.
var _start: int = 0
## Where its newline was not looked for yet: a long line's bytes are searched once.
var _searched: int = 0
var _skipping: bool = false
var _accepts_blobs: bool = false
var _scanner: BlobScanner

## Newlines, to compare runs of them with.
static var _newlines: Array[PackedByteArray] = _make_newlines()


## [param longest]: the longest line that is accepted, in bytes without its end; at least 1.
func _init(longest: int = DEFAULT_LIMIT) -> void:
	_widest = maxi(longest, 1)
	_limit = _widest
	_scanner = BlobScanner.new(_limit)


## Until [method widen], lines may have at most so many bytes, if not less.
func narrow(most: int) -> void:
	_limit = mini(_widest, most)


## From the next line on, lines may be as long as the decoder was made for.
func widen() -> void:
	_limit = _widest


## The most bytes that a line may have now.
func limit() -> int:
	return _limit


## From the next line on, lines that start with [code]#[/code] are blobs.
func accept_blobs() -> void:
	_accepts_blobs = true


## Takes bytes as they came.
func push(chunk: PackedByteArray) -> void:
	if _start == _buffer.size():
		# A copy: packed arrays are shared, and this one grows.
		_buffer = chunk.duplicate()
	else:
		if _start > 0:
			_buffer = _buffer.slice(_start)
		_buffer.append_array(chunk)
	_searched -= _start
	_start = 0


## Looks for the next line.
func next() -> Found:
	for step: int in MOST_STEPS:
		if _accepts_blobs and _may_be_blob():
			_searched = _scanner.scan(_buffer, _searched)
			var fault := _scanner.take_fault()
			if fault != BlobScanner.Fault.NONE:
				return _skip_unit(fault)
			if _searched < _buffer.size() and not _scanner.is_at_line():
				return Found.MORE
		var newline := _buffer.find(NEWLINE, _searched)
		if newline < 0:
			return _wait()
		var begin := _start
		_start = newline + 1
		_searched = _start
		var found := Found.NOTHING if _skipping else _whole(begin, newline)
		_skipping = false
		_scanner.reset()
		if found != Found.NOTHING:
			return found
		_pass_newlines()
	return Found.MORE


## The number of bytes after the last newline: not 0 at the end of a stream means that its last
## line was cut off. A line that was reported as too long counts as 0.
func pending() -> int:
	return 0 if _skipping else _buffer.size() - _start


## Whether some of a line has come, and not its newline.
func is_inside_line() -> bool:
	return _skipping or pending() > 0


## The number of bytes that are held.
func held() -> int:
	return _buffer.size()


## Empty lines that follow each other need no step each.
func _pass_newlines() -> void:
	if _start == _buffer.size() or _buffer[_start] != NEWLINE:
		return
	for i: int in _RUNS.size():
		var size := _RUNS[i]
		while _buffer.slice(_start, _start + size) == _newlines[i]:
			_start += size
	_searched = _start


static func _make_newlines() -> Array[PackedByteArray]:
	var all: Array[PackedByteArray] = []
	for size: int in _RUNS:
		var run := PackedByteArray()
		run.resize(size)
		run.fill(NEWLINE)
		all.append(run)
	return all


## What stands before a newline; NOTHING for an empty line.
func _whole(begin: int, newline: int) -> Found:
	var line := begin + _scanner.line_start()
	var end := newline
	if end > line and _buffer[end - 1] == CARRIAGE_RETURN:
		end -= 1
	if end - begin > _limit:
		return Found.TOO_LONG
	if end > line:
		frame = _buffer.slice(line, end)
		blobs = _scanner.blobs(_buffer, begin)
		return Found.FRAME
	if line > begin:
		reason = "no line follows its blobs"
		return Found.MALFORMED
	return Found.NOTHING


func _may_be_blob() -> bool:
	if _scanner.is_inside():
		return true
	var is_start := _searched == _start and not _skipping and _start < _buffer.size()
	return is_start and _buffer[_start] == BlobScanner.HASH


func _skip_unit(fault: BlobScanner.Fault) -> Found:
	_skipping = true
	reason = _scanner.reason
	return Found.TOO_LONG if fault == BlobScanner.Fault.TOO_LONG else Found.MALFORMED


func _wait() -> Found:
	_searched = _buffer.size()
	if _skipping:
		_drop()
		return Found.NOTHING
	if _is_too_long():
		_drop()
		_skipping = true
		return Found.TOO_LONG
	return Found.NOTHING


## One byte over the limit may still be the carriage return of a line that just fits.
func _is_too_long() -> bool:
	var over := _buffer.size() - _start - _limit
	return over > 1 or (over == 1 and _buffer[_buffer.size() - 1] != CARRIAGE_RETURN)


func _drop() -> void:
	_buffer = PackedByteArray()
	_start = 0
	_searched = 0
