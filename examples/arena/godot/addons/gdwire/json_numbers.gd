extends RefCounted
## Writes numbers anew that the engine's parser would read wrong or log a warning for: it counts an
## exponent beyond 2^32 from 0 again (1e4294967297 is 10), and keeps 18 digits, zeros before the
## first other one among them (0.000000000000000000001 is 0). Zeros at the end make digits that a
## float does not hold (9007199254740991.0 is 1 less, 999999999999.000000 no integer).

const _KEPT_DIGITS := 18
## Beyond these a 64-bit number is infinite or zero, and the engine still says so silently.
const _LARGEST_POINT := 400
const _SMALLEST_POINT := -400
## No line is long enough for digits to make up for such an exponent.
const _LARGEST_EXPONENT := 999999999

## What only such numbers have, or strings: the search for one alone is fast.
static var _suspects: Array[RegEx] = [
	RegEx.create_from_string("\\.00[0-9]{16}"),
	RegEx.create_from_string("[eE][+-]?[0-9]{3}"),
	RegEx.create_from_string("\\.(?<=[0-9]{12}\\.)0++(?![0-9])"),
	RegEx.create_from_string("0[eE](?<=[0-9.]{16}0[eE])"),
]
static var _number := RegEx.create_from_string(
	"\\G(-?)(0|[1-9][0-9]*+)(?:\\.([0-9]++))?+(?:[eE]([+-]?+[0-9]++))?+(?![0-9.eE])"
)
static var _rest_of_string := RegEx.create_from_string("\\G(?:[^\"\\\\]++|\\\\.)*+\"")


## The same JSON, with numbers that the engine reads as they are meant.
static func readable(json: String) -> String:
	for suspect in _suspects:
		var found := suspect.search(json)
		if found != null:
			json = _without(suspect, found, json)
	return json


static func _without(suspect: RegEx, first: RegExMatch, json: String) -> String:
	var parts := PackedStringArray()
	var copied := 0
	# No string goes on here.
	var outside := 0
	var found := first
	while found != null:
		var start := found.get_start()
		var skipped: RegExMatch
		if _is_in_string(json.substr(outside, start - outside)):
			skipped = _rest_of_string.search(json, start)
		else:
			# In what is no JSON another number may end before this one starts: the search goes on
			# behind it, or it would find the same for ever.
			start = maxi(outside, _start_of_number(json, start))
			skipped = _number.search(json, start)
			if skipped != null and skipped.get_end() < found.get_end():
				skipped = null
			if skipped != null:
				parts.append(json.substr(copied, start - copied))
				parts.append(_rewritten(skipped))
				copied = skipped.get_end()
		outside = (found if skipped == null else skipped).get_end()
		found = suspect.search(json, outside)
	parts.append(json.substr(copied))
	return "".join(parts)


static func _is_in_string(before: String) -> bool:
	if before.contains("\\"):
		before = before.replace("\\\\", "").replace("\\\"", "")
	return before.count("\"") % 2 == 1


static func _start_of_number(json: String, inside: int) -> int:
	while inside > 0 and json[inside - 1] in "0123456789.+-":
		inside -= 1
	return inside


static func _rewritten(number: RegExMatch) -> String:
	var all := number.get_string(2) + number.get_string(3)
	var digits := all.lstrip("0")
	if digits.is_empty():
		return "0"
	# Where the decimal point is, counted from the first of the digits.
	var point := number.get_string(2).length() - (all.length() - digits.length())
	point += _exponent(number.get_string(4))
	if point < _SMALLEST_POINT:
		return "0"
	point = mini(point, _LARGEST_POINT)
	var fraction := digits.substr(1, _KEPT_DIGITS - 1).rstrip("0")
	if not fraction.is_empty():
		fraction = "." + fraction
	return "%s%s%se%d" % [number.get_string(1), digits[0], fraction, point - 1]


static func _exponent(text: String) -> int:
	var size := text.lstrip("+-").lstrip("0")
	var exponent := _LARGEST_EXPONENT if size.length() > 9 else size.to_int()
	return -exponent if text.begins_with("-") else exponent
