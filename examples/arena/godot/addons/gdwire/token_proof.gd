extends RefCounted
## What proves that a peer has a token, without saying it: an HMAC-SHA-256 over the nonces of both
## peers and the role of the one who proves, as docs/wire.md has it.

## The fewest bytes of a token: shorter ones are guessed.
const LEAST_BYTES := 16
const NONCE_BYTES := 32
const MAC_BYTES := 32

## Nothing else may come between the lines that the HMAC is over.
static var _nonce := RegEx.create_from_string("\\A[A-Za-z0-9+/=]{16,128}\\z")


## A nonce that nobody can foresee; each is for one connection.
static func random_nonce() -> String:
	return Marshalls.raw_to_base64(Crypto.new().generate_random_bytes(NONCE_BYTES))


## Whether a value can be a nonce.
static func is_nonce(value: Variant) -> bool:
	if not value is String:
		return false
	var text: String = value
	return _nonce.search(text) != null


## The proof of [code]"initiator"[/code] or [code]"acceptor"[/code]; empty when there can be none.
static func of(token: String, role: String, hello: String, challenge: String) -> String:
	var lines := "\n".join(PackedStringArray(["gdwire 1", role, hello, challenge]))
	var mac := Crypto.new().hmac_digest(
		HashingContext.HASH_SHA256, token.to_utf8_buffer(), lines.to_ascii_buffer()
	)
	return Marshalls.raw_to_base64(mac) if mac.size() == MAC_BYTES else ""


## Whether a proof is the right one. How long that takes says nothing of where they differ. The texts
## are compared, not the bytes that they stand for: base64 has several texts for the same.
static func fits(right: String, given: Variant) -> bool:
	if right.is_empty() or not given is String:
		return false
	var text: String = given
	return Crypto.new().constant_time_compare(right.to_utf8_buffer(), text.to_utf8_buffer())
