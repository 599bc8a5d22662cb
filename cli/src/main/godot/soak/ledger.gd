extends RefCounted
## Keeps count of what comes of one kind: 1, 2, 3 ... if nothing is lost, comes twice or out of
## order.

const SoakApi = preload("res://soak/soak.gd")

## More faults are only counted.
const MOST_FAULTS := 10

## How many came.
var received: int = 0
## What was wrong, the first of it.
var faults: Array[String] = []

var _what: String
var _expected: int = 1
var _lost: int = 0
var _twice: int = 0
var _out_of_order: int = 0
var _wrong: int = 0
## Numbers that have not come, though later ones have.
var _missing: Dictionary = {}


## [param what]: for people.
func _init(what: String) -> void:
	_what = what


## One has come.
func arrived(number: int, is_as_sent: bool) -> void:
	received += 1
	if number == _expected:
		_expected += 1
	elif number > _expected:
		_fault("%d came where %d was to come" % [number, _expected])
		_lost += number - _expected
		for left: int in range(_expected, number):
			_missing[left] = true
		_expected = number + 1
	elif _missing.erase(number):
		_fault("%d came after %d" % [number, _expected - 1])
		_lost -= 1
		_out_of_order += 1
	else:
		_fault("%d came again after %d" % [number, _expected - 1])
		_twice += 1
	if not is_as_sent:
		_fault("%d is not as it was sent" % number)
		_wrong += 1


## No more come; so many were sent.
func end(sent: int) -> void:
	if _expected != sent + 1:
		_fault("%d came, and %d were sent" % [_expected - 1, sent])
		_lost += maxi(0, sent + 1 - _expected)


## The counts, as they are reported.
func arrivals() -> SoakApi.Arrivals:
	return SoakApi.Arrivals.of(received, _lost, _twice, _out_of_order, _wrong)


func _fault(text: String) -> void:
	if faults.size() < MOST_FAULTS:
		faults.append("%s: %s" % [_what, text])
