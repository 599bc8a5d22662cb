extends "res://harness/test_case.gd"
## Packed values that travel as blobs: the same verdicts as in Java, wherever the bytes are cut.

const BlobScanner = preload("res://addons/gdwire/blob_scanner.gd")
const Event = preload("res://addons/gdwire/event.gd")
const GdwireMessage = preload("res://addons/gdwire/message.gd")
const LineDecoder = preload("res://addons/gdwire/line_decoder.gd")
const Rich = preload("res://rich/rich.gd")
const Session = preload("res://addons/gdwire/session.gd")
const SessionRegistry = preload("res://addons/gdwire/session_registry.gd")
const SessionState = preload("res://addons/gdwire/session_state.gd")
const Settings = preload("res://addons/gdwire/session_settings.gd")
## The limit of the table.
const LIMIT := 1024
## The codes whose words the languages have for themselves.
const OWN_WORDS: Array[String] = ["too_long", "unknown_type"]

var _random := RandomNumberGenerator.new()
var _texts_of_base64 := RegEx.create_from_string("(?<=[:,\\[])\"([A-Za-z0-9+/]*={0,2})\"(?=[,}\\]])")


func test_every_verdict_is_as_the_table_says() -> void:
	for row in _rows("blobs"):
		var bytes := _bytes(row.left(row.rfind(" => ")))
		var expected := row.substr(row.rfind(" => ") + 4)
		equal(_said(_receiver(), [bytes], expected), expected, row)
		equal(_said(_receiver(), _single(bytes), expected), expected, "byte by byte: " + row)


func test_every_verdict_of_limits_is_as_the_table_says() -> void:
	for row in _rows("limits"):
		var bytes := _bytes(row.left(row.rfind(" => ")))
		var expected := _bytes(row.substr(row.rfind(" => ") + 4)).get_string_from_utf8()
		equal(_said(_limited_receiver(), [bytes], expected), expected, row)


## Any text that is base64 can be a blob, in whatever place: nothing changes by it.
func test_every_verdict_is_that_of_the_line_with_texts() -> void:
	var count := 0
	for row in FileAccess.get_file_as_string("res://verdicts/rich.txt").split("\n", false):
		if row.begins_with("#") or row.ends_with(" => malformed"):
			continue
		var json := row.left(row.rfind(" => "))
		var expected := _outcome((json + "\n").to_utf8_buffer())
		var unit := _with_blobs(json)
		count += 1 if unit[0] == BlobScanner.HASH else 0
		equal(_outcome(unit), expected, json)
	check(count > 50, "some have blobs")


func test_what_is_written_is_read() -> void:
	for size: int in [0, 1, 95, 96, 97, 2000]:
		var message := _message(size)
		var sender := _pair()[0]
		equal(sender.send(message), OK, "sent")
		var bytes := sender.take_output()
		equal(bytes[0] == BlobScanner.HASH, size >= 96, "blobs from 384 bytes on")
		var receiver := _pair()[1]
		receiver.receive(bytes, 0)
		equal("; ".join(_texts(receiver)), "ok " + Rich.encode_line(message), "%d numbers" % size)


func test_a_peer_without_blobs_gets_none() -> void:
	var sender := _pair(false)[0]
	equal(sender.send(_message(1000)), OK, "sent")
	var bytes := sender.take_output()
	equal(bytes.get_string_from_utf8(), Rich.encode_line(_message(1000)) + "\n", "in the line")


func test_without_the_feature_a_blob_is_a_bad_line() -> void:
	var receiver := _pair(false)[1]
	receiver.receive(_bytes('#2\\nab\\n{"type":"packs"}\\n'), 0)
	var texts := _texts(receiver)
	equal(texts.size(), 3, "two bad lines and a good one")
	equal(texts[2], 'ok {"type":"packs"}', "the good one")


func test_what_looks_like_a_blob_keeps_others_in_the_line() -> void:
	for any: Variant in [{"$blob": 0}, ["$blob"], {"$blob": {"a": "b"}}]:
		var message := _message(1000)
		message.any = any
		var sender := _pair()[0]
		equal(sender.send(message), OK, "sent")
		var line := sender.take_output().get_string_from_utf8()
		equal(line, Rich.encode_line(message) + "\n", "in the line")


func test_the_limit_is_that_of_all_together() -> void:
	var pair := _pair(true, 20400)
	equal(pair[0].send(_message(1000)), OK, "fits")
	equal(pair[0].send(_message(1020)), ERR_PARAMETER_RANGE_ERROR, "does not fit")
	pair[1].receive(pair[0].take_output(), 0)
	equal(_texts(pair[1]).size(), 1, "received")


func test_damage_is_no_script_error_and_costs_no_later_message() -> void:
	_random.seed = 4711
	var sender := _pair()[0]
	for run in 300:
		for i in 3:
			sender.send(_message(_random.randi_range(0, 400)))
		var bytes := _damaged(sender.take_output())
		var receiver := _receiver()
		for chunk in _cut(bytes):
			receiver.receive(chunk, 0)
		# Whatever a damaged header swallows is less than twice the limit.
		var filler := PackedByteArray()
		filler.resize(70000)
		filler.fill(32)
		receiver.receive(filler, 0)
		receiver.take_events()
		receiver.receive('\n{"type":"packs"}\n'.to_utf8_buffer(), 0)
		var texts := _texts(receiver)
		check(receiver.state == Session.State.OPEN, "open")
		if "; ".join(texts) != 'ok {"type":"packs"}':
			equal("; ".join(texts), 'ok {"type":"packs"}', "run %d" % run)
			return


func test_a_session_keeps_blobs_and_writes_them_again_with_their_line() -> void:
	var registry := SessionRegistry.new()
	var first := _session_pair(registry, null)
	equal(first[0].send(_message(1000)), OK, "sent, and lost on the way")
	equal(first[0].take_output()[0], BlobScanner.HASH, "with blobs")
	first[0].end_of_stream()
	equal(first[0].send(_message(2000)), OK, "sent while suspended")
	var second := _session_pair(registry, first[0].session_state())
	second[1].receive(second[0].take_output(), 0)
	equal(_texts(second[1]), PackedStringArray([
		"ok " + Rich.encode_line(_message(1000)), "ok " + Rich.encode_line(_message(2000)),
	]), "both")


func test_bytes_of_a_blob_are_passed_over() -> void:
	var decoder := LineDecoder.new(1 << 24)
	decoder.accept_blobs()
	decoder.push("#8000000\n".to_utf8_buffer())
	var chunk := PackedByteArray()
	chunk.resize(8000)
	chunk.fill(10)
	for i in 1000:
		decoder.push(chunk)
		equal(decoder.next(), LineDecoder.Found.NOTHING, "inside")
	decoder.push("\n{}\n".to_utf8_buffer())
	equal(decoder.next(), LineDecoder.Found.FRAME, "found")
	equal(decoder.blobs[0].size(), 8000000, "whole")


func test_many_blobs_in_one_object_are_put_in_soon() -> void:
	var unit := PackedStringArray()
	var members := PackedStringArray()
	for i in 20_000:
		unit.append("#0\n\n")
		members.append('"%d":{"$blob":%d}' % [i, 19_999 - i])
	var receiver := _pair(true, 1 << 20)[1]
	var began := Time.get_ticks_msec()
	receiver.receive(("".join(unit) + "{%s}\n" % ",".join(members)).to_utf8_buffer(), 0)
	var took := Time.get_ticks_msec() - began
	check(took < 3000, "%d ms" % took)
	equal(_texts(receiver), PackedStringArray(["unknown_type"]), "read")


func _with_blobs(json: String) -> PackedByteArray:
	var unit := PackedByteArray()
	var line := ""
	var copied := 0
	var count := 0
	for found in _texts_of_base64.search_all(json):
		var text := found.get_string(1)
		if text.length() % 4 != 0:
			continue
		var raw := PackedByteArray() if text.is_empty() else Marshalls.base64_to_raw(text)
		if not raw.is_empty() and Marshalls.raw_to_base64(raw) != text:
			continue
		unit.append_array(("#%d\n" % raw.size()).to_utf8_buffer())
		unit.append_array(raw)
		unit.append(10)
		line += json.substr(copied, found.get_start() - copied) + '{"$blob":%d}' % count
		copied = found.get_end()
		count += 1
	unit.append_array((line + json.substr(copied) + "\n").to_utf8_buffer())
	return unit


## What becomes of bytes: events, and what is answered.
func _outcome(bytes: PackedByteArray) -> String:
	var receiver := _pair()[1]
	receiver.receive(bytes, 0)
	var said := PackedStringArray()
	for event: Event in receiver.take_events():
		said.append("%d %s %s" % [event.kind, event.text, event.data])
		if event.message != null:
			said.append(Rich.encode_line(event.message))
	said.append(receiver.take_output().get_string_from_utf8())
	return "; ".join(said)


func _rows(table: String) -> PackedStringArray:
	var rows := PackedStringArray()
	var path := "res://verdicts/%s.txt" % table
	for line in FileAccess.get_file_as_string(path).split("\n", false):
		if not line.begins_with("!"):
			rows.append(line)
	check(rows.size() > 40, "the table has rows")
	return rows


func _message(count: int) -> Rich.Packs:
	var message := Rich.Packs.new()
	var floats := PackedFloat32Array()
	floats.resize(count)
	for i in count:
		floats[i] = i / 8.0
	message.floats = floats
	message.octets = floats.to_byte_array()
	var part := Rich.PacksPartsItem.of(floats)
	message.parts = [part, part]
	message.blobs = Rich.PacksBlobs.new()
	message.blobs.data = message.octets
	return message


func _receiver() -> Session:
	return _pair(true, LIMIT)[1]


func _limited_receiver() -> Session:
	var settings := _settings(Settings.Role.ACCEPTOR, true, 8192)
	settings.max_text = 1024
	settings.max_items = 64
	var receiver := Session.new(settings)
	_open(Session.new(_settings(Settings.Role.INITIATOR, true, 65536)), receiver)
	return receiver


## Two sessions whose handshake is done; the second accepts [param limit] bytes.
func _pair(blobs: bool = true, limit: int = 65536) -> Array[Session]:
	var sender := Session.new(_settings(Settings.Role.INITIATOR, true, 65536))
	var receiver := Session.new(_settings(Settings.Role.ACCEPTOR, blobs, limit))
	_open(sender, receiver)
	return [sender, receiver]


func _open(sender: Session, receiver: Session) -> void:
	sender.start(0)
	receiver.start(0)
	receiver.receive(sender.take_output(), 0)
	sender.receive(receiver.take_output(), 0)
	sender.take_events()
	receiver.take_events()


func _session_pair(registry: SessionRegistry, resumed: SessionState) -> Array[Session]:
	var initiator := _settings(Settings.Role.INITIATOR, true, 65536)
	initiator.wants_session = true
	initiator.session = resumed
	var acceptor := _settings(Settings.Role.ACCEPTOR, true, 65536)
	acceptor.sessions = registry
	var sender := Session.new(initiator)
	var receiver := Session.new(acceptor)
	sender.start(0)
	receiver.start(0)
	receiver.receive(sender.take_output(), 0)
	sender.receive(receiver.take_output(), 0)
	return [sender, receiver]


func _settings(role: Settings.Role, blobs: bool, limit: int) -> Settings:
	var settings := Settings.new()
	settings.role = role
	settings.protocols = [Rich.new()]
	settings.blobs = blobs
	settings.max_frame = limit
	return settings


func _said(receiver: Session, chunks: Array[PackedByteArray], expected: String) -> String:
	for chunk in chunks:
		receiver.receive(chunk, 0)
	receiver.end_of_stream()
	var texts := _texts(receiver)
	if not expected.contains("; ") and expected == "malformed" and texts.size() == 1:
		return texts[0].get_slice(":", 0)
	return "; ".join(texts)


func _texts(receiver: Session) -> PackedStringArray:
	var texts := PackedStringArray()
	for event: Event in receiver.take_events():
		if event.kind == Event.Kind.MESSAGE:
			texts.append("ok " + Rich.encode_line(event.message))
		elif event.kind == Event.Kind.PROBLEM:
			var code := event.text.get_slice(":", 0)
			var is_own := OWN_WORDS.has(code) or event.text.begins_with("malformed: no JSON")
			texts.append(code if is_own else event.text)
	return texts


func _single(bytes: PackedByteArray) -> Array[PackedByteArray]:
	var chunks: Array[PackedByteArray] = []
	for byte: int in bytes:
		chunks.append(PackedByteArray([byte]))
	return chunks


func _cut(bytes: PackedByteArray) -> Array[PackedByteArray]:
	var chunks: Array[PackedByteArray] = []
	var at := 0
	while at < bytes.size():
		var size := _random.randi_range(1, 3000)
		chunks.append(bytes.slice(at, at + size))
		at += size
	return chunks


func _damaged(bytes: PackedByteArray) -> PackedByteArray:
	var result := bytes
	for i in _random.randi_range(0, 4):
		var place := _random.randi_range(0, result.size() - 1)
		match _random.randi_range(0, 3):
			0:
				result.insert(place, 10)
			1:
				result.remove_at(place)
			2:
				var tail := result.slice(place)
				result = result.slice(0, place)
				result.append_array("#3\nabc\n".to_utf8_buffer())
				result.append_array(tail)
			_:
				result[place] = _random.randi_range(0, 255)
	return result


func _bytes(text: String) -> PackedByteArray:
	var bytes := PackedByteArray()
	var codes: Dictionary = {"\\n": 10, "\\r": 13, "\\\\": 92}
	var at := 0
	while at < text.length():
		var next := text.substr(at, 2)
		if next == "\\(":
			var end := text.find(")", at)
			var part := text.substr(at + 2, end - at - 2)
			var once := _bytes(part.substr(part.find("*") + 1))
			for i in part.get_slice("*", 0).to_int():
				bytes.append_array(once)
			at = end + 1
		elif next == "\\x":
			bytes.append(text.substr(at + 2, 2).hex_to_int())
			at += 4
		elif codes.has(next):
			var code: int = codes[next]
			bytes.append(code)
			at += 2
		else:
			bytes.append_array(text[at].to_utf8_buffer())
			at += 1
	return bytes
