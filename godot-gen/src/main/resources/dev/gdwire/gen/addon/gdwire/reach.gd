extends RefCounted
## How far connections may go when neither a token nor TLS protects them: to this machine.

const WAYS_OUT := ": set token on both sides, use tls, or set insecure to do without"


## Why this address must not be listened on; empty when no other machine reaches it.
static func fault_of_listening(address: String) -> String:
	if is_loopback(address):
		return ""
	var place := "every address of this machine" if address == "*" else address
	return "other machines can reach %s, and nothing keeps strangers out" % place + WAYS_OUT


## Why this host, which has that address, must not be connected to; empty when it is this machine.
static func fault_of_connecting(host: String, address: String) -> String:
	if is_loopback(address):
		return ""
	return (
		"%s is not this machine, and nothing shows who answers there or hides what is said" % host
		+ WAYS_OUT
	)


## Whether an IP address, in its usual spelling, is one that no other machine reaches.
static func is_loopback(address: String) -> bool:
	if not address.is_valid_ip_address():
		return false
	return address.begins_with("127.") or address == "::1" or address == "0:0:0:0:0:0:0:1"
