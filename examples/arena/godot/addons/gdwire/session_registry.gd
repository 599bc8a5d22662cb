extends RefCounted
## The sessions that an acceptor keeps, by their ids.
##
## They are found by a digest of the id: how long looking takes tells a guesser nothing about the
## ids that there are, as nobody can choose what digest a guess has.

const SessionState = preload("session_state.gd")

## Random bytes of an id: nobody guesses 192 bits.
const ID_BYTES := 24

var _by_digest: Dictionary = {}
var _crypto: Crypto = Crypto.new()


## A new session; null where the engine has no random numbers, since its id could be guessed.
func open(kept_bytes: int) -> SessionState:
	var bytes := _crypto.generate_random_bytes(ID_BYTES)
	if bytes.size() != ID_BYTES:
		return null
	var id := Marshalls.raw_to_base64(bytes)
	var state := SessionState.new(id, kept_bytes)
	var digest := id.sha256_text()
	_by_digest[digest] = state
	state.over.connect(_forget.bind(digest))
	return state


## The session of that id; null when there is none any more.
func find(id: String) -> SessionState:
	return _by_digest.get(id.sha256_text())


## How many there are.
func size() -> int:
	return _by_digest.size()


func _forget(digest: String) -> void:
	_by_digest.erase(digest)
