extends RefCounted
## How much JSON may hold in one place, wherever that is: also in what nobody reads. The words of
## faults are those of the Java side.

const GdwireFault = preload("fault.gd")

## How many bytes an item of an array has at least, with its comma.
const _BYTES_OF_ITEM := 2
## How many bytes there are at least around a text, or around the items of an array.
const _BYTES_AROUND := 2

## The longest text and the longest name, in UTF-16 units.
var max_text: int
## The most items of an array, and the most members of an object.
var max_items: int
## Place of the first fault that [method is_over] found.
var path: String = ""
## That fault in one line.
var problem: String = ""

## Objects and arrays in each other, the outermost first: what is in them, its names (none of those in
## arrays), and how far that was seen. There is no call for each level: they can be 1,024.
var _values: Array[Array] = []
var _names: Array[Array] = []
var _positions: PackedInt32Array = PackedInt32Array()


func _init(text_limit: int, items_limit: int) -> void:
	max_text = text_limit
	max_items = items_limit


## Whether an object has something over a limit, in the order of its text: an object or array before
## what is in it, a name before its value. [param text] is what it was read of, in [param size] bytes.
func is_over(object: Dictionary, text: String, size: int) -> bool:
	path = ""
	problem = ""
	var inside := size - _BYTES_AROUND
	# Each item but the last has a comma behind it, and commas are counted fast.
	if inside <= max_text and (
		inside <= _BYTES_OF_ITEM * max_items or text.count(",") < max_items
	):
		return false
	if _enter(object):
		while not _values.is_empty() and _goes_on():
			pass
	_forget()
	return not problem.is_empty()


func _forget() -> void:
	_values.clear()
	_names.clear()
	_positions.clear()


## Goes on to the next object or array, or out of the last. False when there is a fault.
func _goes_on() -> bool:
	var values := _values[-1]
	var names := _names[-1]
	var position := _positions[-1]
	while position < values.size():
		if not names.is_empty() and not _is_short(str(names[position]), "names of "):
			return false
		var type := typeof(values[position])
		position += 1
		if type > TYPE_FLOAT:
			_positions[-1] = position
			var value: Variant = values[position - 1]
			return _is_short(str(value), "text of ") if type == TYPE_STRING else _enter(value)
	_values.pop_back()
	_names.pop_back()
	_positions.resize(_positions.size() - 1)
	return true


func _enter(container: Variant) -> bool:
	var values: Array
	var names: Array = []
	if container is Dictionary:
		var members: Dictionary = container
		values = members.values()
		names = members.keys()
	else:
		values = container
	if values.size() > max_items:
		var unit := "items" if container is Array else "members"
		_report("at most %d %s (limit: items)" % [max_items, unit])
		return false
	_values.append(values)
	_names.append(names)
	_positions.append(0)
	return true


func _is_short(word: String, what: String) -> bool:
	var is_long := word.length() > max_text
	# Characters beyond U+FFFF count twice, as in Java.
	if not is_long and 2 * word.length() > max_text:
		is_long = word.to_utf16_buffer().size() > 2 * max_text
	if is_long:
		_report("%sat most %d characters (limit: text)" % [what, max_text])
	return not is_long


func _report(expected: String) -> void:
	var steps := PackedStringArray(["$"])
	for level in _positions.size():
		var index := _positions[level] - 1
		# A name that is too long is not gone into.
		if index >= 0 and not (level == _positions.size() - 1 and expected.begins_with("names")):
			var key: Variant = index if _names[level].is_empty() else _names[level][index]
			steps.append(GdwireFault.segment(key))
	path = "".join(steps)
	problem = "%s: expected %s, got more" % [path, expected]
