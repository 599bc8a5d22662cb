extends "res://harness/test_case.gd"
## The corpus of the byte fuzz, and damaged bytes made of it: no script error, as many messages as in
## Java, and the good line that follows is taken.

const Event = preload("res://addons/gdwire/event.gd")
const Rich = preload("res://rich/rich.gd")
const Session = preload("res://addons/gdwire/session.gd")
const Settings = preload("res://addons/gdwire/session_settings.gd")
const GOOD := '\n{"type":"packs"}\n'
## As in FuzzSide.java.
const MAX_FRAME := 4096
const DOLLAR := 0x24
const HASH := 0x23

var _session: Session = null


func test_all_bytes_become_what_they_become_in_java() -> void:
	var rows := FileAccess.get_file_as_string("res://corpus/units.txt").split("\n", false)
	check(rows.size() > 1000, "there are units")
	for row in rows:
		var bytes := Marshalls.base64_to_raw(row.get_slice(" ", 1))
		var label := bytes.get_string_from_ascii() if not bytes.has(0) else row
		_check_unit(bytes, row.get_slice(" ", 0).to_int(), label)


func _check_unit(bytes: PackedByteArray, expected: int, label: String) -> void:
	# Numbers of requests are used once.
	if _session == null or bytes.find(DOLLAR) >= 0 or _session.state != Session.State.OPEN:
		_session = _receiver()
	_session.receive(bytes, 0)
	var messages := _messages()
	if messages != expected:
		equal(messages, expected, "messages of " + label)
	if _session.state == Session.State.CLOSED:
		return
	if bytes.find(HASH) >= 0:
		# Whatever a damaged header swallows is less than twice the limit.
		var filler := PackedByteArray()
		filler.resize(2 * MAX_FRAME)
		filler.fill(32)
		_session.receive(filler, 0)
	_session.receive(GOOD.to_utf8_buffer(), 0)
	if _messages() != 1:
		equal(0, 1, "the good line behind " + label)
		_session = null


func _messages() -> int:
	var count := 0
	for event: Event in _session.take_events():
		count += 1 if event.kind == Event.Kind.MESSAGE or event.kind == Event.Kind.REQUEST else 0
	_session.take_output()
	return count


func _receiver() -> Session:
	var sender := Session.new(_settings(Settings.Role.INITIATOR))
	var receiver := Session.new(_settings(Settings.Role.ACCEPTOR))
	sender.start(0)
	receiver.start(0)
	receiver.receive(sender.take_output(), 0)
	receiver.take_output()
	receiver.take_events()
	return receiver


func _settings(role: Settings.Role) -> Settings:
	var settings := Settings.new()
	settings.role = role
	settings.protocols = [Rich.new()]
	settings.max_frame = MAX_FRAME
	settings.max_text = 1024
	settings.max_items = 64
	return settings
