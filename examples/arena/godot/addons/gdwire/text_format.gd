extends RefCounted
## Formats of strings, checked the same as in Java (its [code]TextFormat[/code]). The grammars, and
## where they differ from those that the RFCs give, are in docs/schema.md.

const _DATE := "([0-9]{4})-([0-9]{2})-([0-9]{2})"
const _OFFSET := "[Zz]|([+-])([0-9]{2}):([0-9]{2})"
## A leap second is none that Java can hold.
const _TIME := (
	"([01][0-9]|2[0-3]):([0-5][0-9]):[0-5][0-9](?:\\.[0-9]{1,9})?(?:" + _OFFSET + ")"
)
const _DATE_PART := "(?:[0-9]+D|[0-9]+M(?:[0-9]+D)?|[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?)"
const _TIME_PART := "T(?:[0-9]+S|[0-9]+M(?:[0-9]+S)?|[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?)"
const _BYTE := "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
const _LABEL := "[A-Za-z0-9](?:[A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?"
const _ATOM := "[A-Za-z0-9!#$%&'*+\\-/=?^_`{|}~]++"
const _NAME := "A-Za-z0-9\\-._~!$&'()*+,;=%"

## As far as Java's offsets go, in minutes.
const _MOST_OFFSET := 18 * 60
const _DAY := 24 * 60
const _DAYS: Array[int] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const _LONGEST_HOSTNAME := 253
const _LONGEST_IPV6 := 45
const _GROUPS := 8

static var _date := _whole(_DATE)
static var _time := _whole(_TIME)
static var _date_time := _whole(_DATE + "[Tt]" + _TIME)
static var _duration := _whole(
	"P(?:" + _DATE_PART + "(?:" + _TIME_PART + ")?|" + _TIME_PART + "|[0-9]+W)"
)
static var _uuid := _whole("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
static var _ipv4 := _whole(_BYTE + "(?:\\." + _BYTE + "){3}")
static var _group := _whole("[0-9A-Fa-f]{1,4}")
static var _hostname := _whole(_LABEL + "(?:\\." + _LABEL + ")*")
static var _dotted := _whole(_ATOM + "(?:\\." + _ATOM + ")*+")
static var _quoted := _whole("\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*+\"")
## The whole, whatever stands in brackets. An authority is not all there is.
static var _uri := _whole(
	"[A-Za-z][A-Za-z0-9+\\-.]*:"
	+ "(?://(?=.)(?:[" + _NAME + ":]*@)?"
	+ "(?:[" + _NAME + "]*(?::[0-9]*)?|\\[([0-9A-Fa-f:.]+)\\](?::[0-9]{0,9})?)"
	+ "(?=[/?#]|\\z)|(?!//)(?=[^#]))"
	+ "[" + _NAME + ":@/]*"
	+ "(?:\\?[" + _NAME + ":@/?]*)?"
	+ "(?:#[" + _NAME + ":@/?]*)?"
)
static var _integer := _whole("-?[0-9]{1,19}")
static var _base64 := _whole("[A-Za-z0-9+/]*+={0,2}+")
static var _bad_escape := RegEx.create_from_string("%(?![0-9A-Fa-f]{2})")


## Whether all of [param text] is of [param format], a value of [code]format[/code] such as
## [code]"date-time"[/code], or [code]"base64"[/code]. A format that is not checked is a mistake of the caller: an error is
## logged, and no text is of it.
static func matches(format: String, text: String) -> bool:
	match format:
		"date-time":
			return _is_date_time(text)
		"date":
			return _is_day(_date.search(text))
		"time":
			return _is_offset(_time.search(text), 3)
		"duration":
			return _duration.search(text) != null
		"uuid":
			return _uuid.search(text) != null
		"uri":
			return _is_uri(text)
		"email":
			return _is_email(text)
		"ipv4":
			return _ipv4.search(text) != null
		"ipv6":
			return _is_ipv6(text)
		"hostname":
			return _is_hostname(text)
		"int64":
			return _integer.search(text) != null and str(text.to_int()) == text
		"base64":
			return text.length() % 4 == 0 and _base64.search(text) != null
	push_error("no format that is checked: " + format)
	return false


static func _whole(pattern: String) -> RegEx:
	return RegEx.create_from_string("\\A(?:" + pattern + ")\\z")


static func _is_date_time(text: String) -> bool:
	var parts := _date_time.search(text)
	return _is_day(parts) and _is_offset(parts, 6) and _is_in_range(parts)


static func _is_day(date: RegExMatch) -> bool:
	if date == null:
		return false
	var month := _number(date, 2)
	var day := _number(date, 3)
	return month >= 1 and month <= 12 and day >= 1 and day <= _days(_number(date, 1), month)


static func _days(year: int, month: int) -> int:
	if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
		return 29
	return _DAYS[month - 1]


## [param sign_at] is the group of the offset's sign; the hours and minutes follow.
static func _is_offset(time: RegExMatch, sign_at: int) -> bool:
	if time == null:
		return false
	if time.get_string(sign_at).is_empty():
		return true
	return _number(time, sign_at + 2) < 60 and absi(_offset(time, sign_at)) <= _MOST_OFFSET


## Minutes ahead of UTC.
static func _offset(time: RegExMatch, sign_at: int) -> int:
	if time.get_string(sign_at).is_empty():
		return 0
	var minutes := _number(time, sign_at + 1) * 60 + _number(time, sign_at + 2)
	return -minutes if time.get_string(sign_at) == "-" else minutes


## Whether the year is one of four digits in UTC too, in which Java writes it again.
static func _is_in_range(parts: RegExMatch) -> bool:
	var minute := _number(parts, 4) * 60 + _number(parts, 5) - _offset(parts, 6)
	var day := parts.subject.left(10)
	return not (minute < 0 and day == "0000-01-01") and not (minute >= _DAY and day == "9999-12-31")


static func _number(parts: RegExMatch, group: int) -> int:
	return parts.get_string(group).to_int()


static func _is_uri(text: String) -> bool:
	var uri := _uri.search(text)
	if uri == null or _bad_escape.search(text) != null:
		return false
	var address := uri.get_string(1)
	return address.is_empty() or _is_ipv6(address)


static func _is_hostname(text: String) -> bool:
	return text.length() <= _LONGEST_HOSTNAME and _hostname.search(text) != null


static func _is_email(text: String) -> bool:
	var at := text.rfind("@")
	if at < 0:
		return false
	var local := text.left(at)
	var domain := text.substr(at + 1)
	return (
		(_dotted.search(local) != null or _quoted.search(local) != null)
		and (_is_hostname(domain) or _is_address(domain))
	)


static func _is_address(domain: String) -> bool:
	if not (domain.length() >= 2 and domain.begins_with("[") and domain.ends_with("]")):
		return false
	var address := domain.substr(1, domain.length() - 2)
	if address.to_lower().begins_with("ipv6:"):
		return _is_ipv6(address.substr(5))
	return _ipv4.search(address) != null


static func _is_ipv6(text: String) -> bool:
	if text.length() > _LONGEST_IPV6:
		return false
	var gap := text.find("::")
	if gap < 0:
		return _groups(text, true) == _GROUPS
	var before := text.left(gap)
	var after := text.substr(gap + 2)
	var first := 0 if before.is_empty() else _groups(before, false)
	var last := 0 if after.is_empty() else _groups(after, true)
	return first >= 0 and last >= 0 and first + last < _GROUPS


## Counts groups of 16 bits, parted by colons; negative when there is another thing.
static func _groups(text: String, is_end: bool) -> int:
	var parts := text.split(":")
	var count := 0
	for i: int in parts.size():
		if _group.search(parts[i]) != null:
			count += 1
		elif is_end and i == parts.size() - 1 and _ipv4.search(parts[i]) != null:
			count += 2
		else:
			return -_GROUPS
	return count
