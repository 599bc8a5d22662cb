extends "res://harness/test_case.gd"
## Framing: the same frames, wherever the bytes were cut.

const LineDecoder = preload("res://addons/gdwire/line_decoder.gd")

const LIMIT := 8


func test_cut_anywhere_gives_the_same_frames() -> void:
	var bytes := 'a\nbc\r\n\n\r\n12345678\n12345678\r\n123456789\nü€😀\nx\r\ry\ntail'.to_utf8_buffer()
	var expected := _frames([bytes])
	equal(expected, [
		"a", "bc", "12345678", "12345678", "TOO LONG", "TOO LONG", "x\r\ry", "pending 4",
	], "in one piece")
	for first: int in bytes.size() + 1:
		for second: int in range(first, bytes.size() + 1):
			var cut := [bytes.slice(0, first), bytes.slice(first, second), bytes.slice(second)]
			if _frames(cut) != expected:
				equal(_frames(cut), expected, "cut at %d and %d" % [first, second])
				return


func test_byte_by_byte_gives_the_same_frames() -> void:
	var bytes := 'é\n\r\n123456789 and more\nok\r\n12345678\r'.to_utf8_buffer()
	var single := []
	for byte: int in bytes:
		single.append(PackedByteArray([byte]))
	equal(_frames(single), ["é", "TOO LONG", "ok", "pending 9"], "byte by byte")
	equal(_frames([bytes]), _frames(single), "in one piece")


func test_many_lines_in_one_chunk_all_arrive() -> void:
	var lines := PackedStringArray()
	for i: int in 500:
		lines.append(str(i))
	var frames := _frames([("\n".join(lines) + "\n").to_utf8_buffer()])
	equal(frames.size(), 500, "frames")
	equal(frames[499], "499", "the last")


func test_an_over_long_line_is_reported_before_it_ends_and_once() -> void:
	var decoder := LineDecoder.new(LIMIT)
	decoder.push("0123456789".to_utf8_buffer())
	equal(decoder.next(), LineDecoder.Found.TOO_LONG, "at once")
	for i: int in 100:
		decoder.push("0123456789".to_utf8_buffer())
		equal(decoder.next(), LineDecoder.Found.NOTHING, "skipped")
		equal(decoder.held(), 0, "held")
	equal(decoder.pending(), 0, "already reported")
	decoder.push("end\nnew\n".to_utf8_buffer())
	equal(decoder.next(), LineDecoder.Found.FRAME, "resynchronised")
	equal(decoder.frame.get_string_from_utf8(), "new", "after it")


func test_memory_stays_below_the_limit_and_one_chunk() -> void:
	var random := RandomNumberGenerator.new()
	random.seed = 4711
	var decoder := LineDecoder.new(100)
	var most := 0
	for i: int in 3000:
		var chunk := PackedByteArray()
		chunk.resize(random.randi_range(0, 50))
		for k: int in chunk.size():
			chunk[k] = 10 if random.randi_range(0, 60) == 0 else 65
		decoder.push(chunk)
		while decoder.next() != LineDecoder.Found.NOTHING:
			check(decoder.frame.size() <= 100, "frame within the limit")
		most = maxi(most, decoder.held())
	check(most <= 101 + 50, "held at most %d bytes" % most)
	check(most > 60, "lines were split: %d" % most)


func test_random_bytes_give_what_a_plain_split_gives() -> void:
	var random := RandomNumberGenerator.new()
	random.seed = 99
	for run: int in 200:
		var bytes := PackedByteArray()
		for i: int in random.randi_range(0, 60):
			var index := random.randi_range(0, 3)
			bytes.append(PackedByteArray([10, 13, 65, 200])[index])
		var chunks := []
		var at := 0
		while at < bytes.size():
			var size := random.randi_range(1, 7)
			chunks.append(bytes.slice(at, at + size))
			at += size
		var actual := _raw_frames(chunks)
		var expected := _model(bytes)
		if actual != expected:
			equal(actual, expected, "run %d: %s" % [run, bytes])
			return
	check(true, "200 runs agreed with the model")


func test_newlines_for_ever_are_passed_over_at_once() -> void:
	var decoder := LineDecoder.new(LIMIT)
	var newlines := PackedByteArray()
	newlines.resize(1 << 20)
	newlines.fill(10)
	decoder.push(newlines)
	var began := Time.get_ticks_usec()
	equal(decoder.next(), LineDecoder.Found.NOTHING, "one step")
	var took := Time.get_ticks_usec() - began
	check(took < 100_000, "%d us for 1 MiB" % took)
	equal(decoder.pending(), 0, "all of them")
	for count: int in [1, 2, 15, 16, 17, 300, 4095, 4096, 4097, 5000]:
		equal(_frames([("a" + "\n".repeat(count) + "b\n" + "\n".repeat(count)).to_utf8_buffer()]),
			["a", "b"], "%d" % count)


func test_work_without_a_line_is_done_in_parts() -> void:
	for part: String in ["\r\n", "#0\n\n", "\n\r\n"]:
		var decoder := LineDecoder.new(1 << 24)
		decoder.accept_blobs()
		decoder.push((part.repeat(50_000) + "{}\n").to_utf8_buffer())
		var longest := 0
		var steps := 0
		var found := LineDecoder.Found.MORE
		while found == LineDecoder.Found.MORE:
			var began := Time.get_ticks_usec()
			found = decoder.next()
			if found == LineDecoder.Found.MORE:
				longest = maxi(longest, Time.get_ticks_usec() - began)
			steps += 1
		equal(found, LineDecoder.Found.FRAME, "the line behind " + part.c_escape())
		check(steps > 90, "%d steps" % steps)
		check(longest < 50_000, "%d us at most" % longest)
		equal(decoder.frame.get_string_from_utf8(), "{}", "the line")
		equal(decoder.blobs.size(), 50_000 if part[0] == "#" else 0, "blobs")


func _frames(chunks: Array) -> Array:
	var decoder := LineDecoder.new(LIMIT)
	var frames := []
	for chunk: PackedByteArray in chunks:
		decoder.push(chunk)
		var found := decoder.next()
		while found != LineDecoder.Found.NOTHING:
			if found == LineDecoder.Found.FRAME:
				frames.append(decoder.frame.get_string_from_utf8())
			elif found != LineDecoder.Found.MORE:
				frames.append("TOO LONG")
			found = decoder.next()
	if decoder.pending() > 0:
		frames.append("pending %d" % decoder.pending())
	return frames


func _raw_frames(chunks: Array) -> Array:
	var decoder := LineDecoder.new(LIMIT)
	var frames := []
	for chunk: PackedByteArray in chunks:
		decoder.push(chunk)
		var found := decoder.next()
		while found != LineDecoder.Found.NOTHING:
			if found == LineDecoder.Found.FRAME:
				frames.append(decoder.frame)
			elif found != LineDecoder.Found.MORE:
				frames.append(null)
			found = decoder.next()
	return frames


## The same rule, written the naive way over the whole stream.
func _model(bytes: PackedByteArray) -> Array:
	var frames := []
	var line := PackedByteArray()
	for byte: int in bytes:
		if byte != 10:
			line.append(byte)
			continue
		if line.size() > 0 and line[line.size() - 1] == 13:
			line.resize(line.size() - 1)
		if line.size() > LIMIT:
			frames.append(null)
		elif line.size() > 0:
			frames.append(line)
		line = PackedByteArray()
	var over := line.size() - LIMIT
	if over > 1 or (over == 1 and line[line.size() - 1] != 13):
		frames.append(null)
	return frames
