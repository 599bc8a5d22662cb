extends RefCounted
## Decides who may stay, of those that connect to a server.
##
## Whoever connects has a handshake in progress until it has said who it is; then it is a peer, or is
## refused. Peers and handshakes are counted apart: those that say nothing take no peer's place. When
## there are too many handshakes, the address that has the most of them loses its oldest, so that one
## address cannot keep out the others; of those that have said nothing, if there are some.

## The most whose handshake is done.
var max_peers: int = 32
## The most of those from one address; 0: no limit of its own.
var max_peers_per_address: int = 0
## The most whose handshake is not done, or who were refused and are still there.
var max_handshakes: int = 64

var _last_number: int = 0
## Addresses of those whose handshake is not done, by number, the oldest first.
var _waiting: Dictionary = {}
## Numbers of those that have said something, of these.
var _spoken: Dictionary = {}
## Addresses of peers, by number.
var _peers: Dictionary = {}


## Somebody has connected; gives its number, from 1.
func arrive(address: String) -> int:
	_last_number += 1
	_waiting[_last_number] = address
	return _last_number


## Whose handshake is to be given up; it counts no more. 0 when there are not too many.
func drop_one() -> int:
	if _waiting.size() <= max_handshakes:
		return 0
	var counts := {}
	for address: String in _waiting.values():
		counts[address] = _count(counts, address) + 1
	var dropped := 0
	var most := 0
	for number: int in _waiting:
		var address: String = _waiting[number]
		if _count(counts, address) > most:
			most = _count(counts, address)
			dropped = number
	dropped = _silent_before(dropped)
	_forget(dropped)
	return dropped


## One whose handshake is in progress has said something.
func hear(number: int) -> void:
	if _waiting.has(number):
		_spoken[number] = true


## One whose handshake is in progress has said who it is: why it may not stay; empty if it may, and
## is a peer now. Who is refused counts as it did until it has gone.
func refusal(number: int) -> String:
	if _peers.size() >= max_peers:
		return "there are %d peers already, the most (max_peers): close one, or raise the limit" % (
			_peers.size()
		)
	var address: String = _waiting.get(number, "")
	if max_peers_per_address > 0 and _peers.values().count(address) >= max_peers_per_address:
		return (
			"there are %d peers from %s already, the most from one address (max_peers_per_address):"
			+ " close one, or raise the limit"
		) % [max_peers_per_address, address]
	admit(number)
	return ""


## One whose handshake is in progress is a peer now.
func admit(number: int) -> void:
	if _waiting.has(number):
		_peers[number] = _waiting[number]
		_forget(number)


## One has gone.
func leave(number: int) -> void:
	_forget(number)
	_peers.erase(number)


## How many handshakes are in progress.
func handshakes() -> int:
	return _waiting.size()


## How many peers there are.
func peers() -> int:
	return _peers.size()


func _forget(number: int) -> void:
	_waiting.erase(number)
	_spoken.erase(number)


## The oldest of the same address that has said nothing; if there is none, that one itself.
func _silent_before(dropped: int) -> int:
	for number: int in _waiting:
		if _waiting[number] == _waiting[dropped] and not _spoken.has(number):
			return number
	return dropped


static func _count(counts: Dictionary, address: String) -> int:
	var count: int = counts.get(address, 0)
	return count
