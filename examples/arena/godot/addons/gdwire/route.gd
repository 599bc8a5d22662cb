extends RefCounted
## The way to a host: its address, which is looked up while the game goes on, and whether a
## connection may go there.

const Reach = preload("reach.gd")

## What the host was called.
var host: String
var port: int
## The address of the host; empty while it is not known.
var address: String = ""
## Why there is no way; empty while there may be one.
var fault: String = ""

## Whether connections may leave this machine.
var _may_leave: bool
var _query: int = IP.RESOLVER_INVALID_ID

## Queries that nobody waits for any more. The engine must have answered them before it forgets
## them: it would take the answer for one of the next query in their place.
static var _given_up: PackedInt32Array = PackedInt32Array()


## [param its_host] is a name or an IP address.
func _init(its_host: String, its_port: int, may_leave: bool) -> void:
	host = its_host
	port = its_port
	_may_leave = may_leave
	if host.is_valid_ip_address():
		_find(host)
		return
	_forget_given_up()
	_query = IP.resolve_hostname_queue_item(host)
	if _query == IP.RESOLVER_INVALID_ID:
		fault = "%s cannot be looked up: too many names wait for that" % host


func _notification(what: int) -> void:
	if what == NOTIFICATION_PREDELETE and _query != IP.RESOLVER_INVALID_ID:
		_given_up.append(_query)


## Looks whether the address is known by now; false while it is not, and on a [member fault].
func look() -> bool:
	if _query != IP.RESOLVER_INVALID_ID:
		match IP.get_resolve_item_status(_query):
			IP.RESOLVER_STATUS_WAITING:
				return false
			IP.RESOLVER_STATUS_DONE:
				_find(IP.get_resolve_item_address(_query))
			_:
				fault = "there is no host named %s: check the name" % host
		IP.erase_resolve_item(_query)
		_query = IP.RESOLVER_INVALID_ID
	return not address.is_empty()


## What is checked is what is connected to, whatever the name means later.
func _find(its_address: String) -> void:
	if its_address.is_empty():
		fault = "there is no host named %s: check the name" % host
		return
	fault = "" if _may_leave else Reach.fault_of_connecting(host, its_address)
	if fault.is_empty():
		address = its_address


static func _forget_given_up() -> void:
	for query: int in _given_up.duplicate():
		if IP.get_resolve_item_status(query) != IP.RESOLVER_STATUS_WAITING:
			IP.erase_resolve_item(query)
			_given_up.remove_at(_given_up.find(query))
