extends "res://harness/test_case.gd"
## A server with generated messages, and a peer that speaks the wire by hand, as Java does.

const GdwireConnection = preload("res://addons/gdwire/connection.gd")
const GdwireServer = preload("res://addons/gdwire/server.gd")
const RlApi = preload("res://rl/rl.gd")
const RlDispatcher = preload("res://rl/rl_dispatcher.gd")

var _server: GdwireServer = GdwireServer.new()
var _rl: RlDispatcher = RlDispatcher.new()
var _raw: StreamPeerTCP = StreamPeerTCP.new()
var _received: PackedByteArray = PackedByteArray()
var _steps: int = 0
var _closed: Array[RlApi.Close] = []
var _problems: PackedStringArray = PackedStringArray()


func test_an_environment_is_driven() -> void:
	await _connect()
	_say('{"type":"reset","seed":5,"$id":1}\n')
	equal(await _heard(), '{"type":"observation","step":0,"agents":[{"values":[0.5],"reward":0.0,'
		+ '"terminated":false,"truncated":false}],"$re":1}', "reset")
	_say('{"type":"step","actions":[{"values":[0.25]}],"$id":2}\n{"type":"step","actions":[{"values":'
		+ '[1]}],"$id":3}\n')
	check((await _heard()).ends_with('"$re":2}'), "first step")
	check((await _heard()).begins_with('{"type":"observation","step":2,'), "second step")
	_say('{"type":"close"}\n')
	while _closed.is_empty():
		_server.poll()
		await frame()
	equal(_closed.size(), 1, "a signal")
	equal(_problems, PackedStringArray(), "problems")
	_server.stop()


func test_a_step_that_does_not_fit_is_told_with_its_place() -> void:
	await _connect()
	_say('{"type":"step","actions":[{"values":[0.25,"x"]}],"$id":2}\n')
	var text := "$.actions[0].values[1]: expected number, got string"
	equal(await _heard(), '{"gdwire":"error","code":"invalid_message","message":"%s","path":'
		% text + '"$.actions[0].values[1]","$re":2}', "error")
	equal(_problems, PackedStringArray(["invalid_message: " + text]), "problem")
	_say('{"type":"describe","$id":3}\n')
	check((await _heard()).contains('"code":"no_handler"'), "no handler")
	equal(_steps, 0, "steps")
	_server.stop()


func test_a_handler_that_gives_nothing_is_an_error_of_the_request() -> void:
	await _connect()
	_rl.on_describe(func(_describe: RlApi.Describe, _peer: GdwireConnection) -> RlApi.Description:
		return null)
	_say('{"type":"describe","$id":3}\n')
	check((await _heard()).contains('"code":"handler_failed"'), "failed")
	_server.stop()


func _reset(reset: RlApi.Reset, _peer: GdwireConnection) -> RlApi.Observation:
	_steps = 0
	equal(reset.seed, 5, "seed")
	return _observation()


func _step(step: RlApi.Step, _peer: GdwireConnection) -> RlApi.Observation:
	await frame()
	equal(step.actions.size(), 1, "actions")
	_steps += 1
	return _observation()


func _observation() -> RlApi.Observation:
	return RlApi.Observation.of(
		_steps, [RlApi.AgentState.of(PackedFloat32Array([0.5]), 0.0, false, false)]
	)


func _on_problem(text: String, _peer: GdwireConnection) -> void:
	_problems.append(text)


func _on_close(close: RlApi.Close, _peer: GdwireConnection) -> void:
	_closed.append(close)


func _connect() -> void:
	_rl.on_reset(_reset)
	_rl.on_step(_step)
	_rl.close.connect(_on_close)
	_server.use(_rl)
	_server.problem.connect(_on_problem)
	equal(_server.listen(0), OK, "listen")
	equal(_raw.connect_to_host("127.0.0.1", _server.port()), OK, "connect")
	while _raw.get_status() == StreamPeerTCP.STATUS_CONNECTING:
		_raw.poll()
		await frame()
	var rl := RlApi.new()
	_say('{"gdwire":"hello","wire":1,"library":"by hand","protocols":[{"name":"rl","version":"%s",'
		% rl.version() + '"fingerprint":"%s"}],"features":[],"maxFrame":65536}\n' % rl.fingerprint())
	check((await _heard()).begins_with('{"gdwire":"welcome"'), "welcome")


func _say(text: String) -> void:
	equal(_raw.put_data(text.to_utf8_buffer()), OK, "said")


## The next line that the server said.
func _heard() -> String:
	for i: int in 1000:
		var end := _received.find(10)
		if end >= 0:
			var line := _received.slice(0, end).get_string_from_utf8()
			_received = _received.slice(end + 1)
			return line
		_server.poll()
		_raw.poll()
		var part: Array = _raw.get_partial_data(maxi(_raw.get_available_bytes(), 0))
		var bytes: PackedByteArray = part[1]
		_received.append_array(bytes)
		await frame()
	return "nothing came"
