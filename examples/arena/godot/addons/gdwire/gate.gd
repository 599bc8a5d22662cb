extends RefCounted
## Lets in who has the token: takes the lines from the hello to the welcome, and gives those that may
## be looked at. Until its proof a peer learns nothing of this side, and none of its own words is said
## again.

## What becomes of a line.
enum Verdict {
	## The peer has proved what it had to: [member greeting] is to be judged.
	JUDGE,
	## [member answer] is to be said, and the peer's next line waited for.
	SAY,
	## The peer, which has proved nothing, says that it refuses this side.
	HEAR,
	## The peer is to be refused, with [member code] and [member text].
	REFUSE,
}

## What the peer is to say next.
enum _Turn { HELLO, PROOF, CHALLENGE, WELCOME }

const Core = preload("core/core.gd")
const GdwireMessage = preload("message.gd")
const Settings = preload("session_settings.gd")
const TokenProof = preload("token_proof.gd")

## What a proof that does not fit shows.
const ANOTHER_TOKEN := "the peers do not have the same token: give both the same"

const _TAGS: Array[String] = ["hello", "proof", "challenge", "welcome"]
const _NO_NONCE := "its nonce is no text of 16 to 128 characters in base64"

## The hello or the welcome of a peer that has the token.
var greeting: Dictionary = {}
## What is to be said.
var answer: GdwireMessage = null
## Code of the refusal.
var code: String = ""
## The refusal in words.
var text: String = ""

var _settings: Settings
var _turn: _Turn
var _hello_nonce: String = ""
var _challenge_nonce: String = ""


func _init(settings: Settings) -> void:
	_settings = settings
	var is_initiator := settings.role == Settings.Role.INITIATOR
	_turn = _Turn.CHALLENGE if is_initiator else _Turn.HELLO
	_hello_nonce = settings.nonce


## Takes a line; an empty object is one that cannot be read.
func take(object: Dictionary) -> Verdict:
	if not TokenProof.is_nonce(_settings.nonce):
		return _unauthorized("this side has no random numbers, so nothing could be proved")
	var tag := _tag_of(object)
	if tag == "reject" and _turn != _Turn.HELLO:
		return Verdict.HEAR
	if tag != _TAGS[_turn]:
		return _out_of_turn(tag)
	match _turn:
		_Turn.HELLO:
			return _take_hello(object)
		_Turn.PROOF:
			return _judge(TokenProof.fits(_proof_of("initiator"), object.get("mac")), greeting)
		_Turn.CHALLENGE:
			return _take_challenge(object.get("nonce"))
	return _judge(TokenProof.fits(own_proof(), object.get("proof")), object)


## Whether this side has just proved that it has the token, and the peer answers that next.
func awaits_judgement() -> bool:
	return _turn == _Turn.WELCOME


## What proves to an initiator that this acceptor has the token.
func own_proof() -> String:
	return _proof_of("acceptor")


func _take_hello(object: Dictionary) -> Verdict:
	if not object.get("nonce") is String:
		return _unauthorized(
			"this side asks for a token, and the peer that connected has none: give it the same token"
		)
	if not TokenProof.is_nonce(object["nonce"]):
		return _unauthorized("hello: " + _NO_NONCE)
	greeting = object
	_hello_nonce = object["nonce"]
	_challenge_nonce = _settings.nonce
	_turn = _Turn.PROOF
	answer = Core.Challenge.of(_challenge_nonce)
	return Verdict.SAY


func _take_challenge(nonce: Variant) -> Verdict:
	if not TokenProof.is_nonce(nonce):
		return _unauthorized("challenge: " + _NO_NONCE)
	_challenge_nonce = nonce
	_turn = _Turn.WELCOME
	answer = Core.Proof.of(_proof_of("initiator"))
	return Verdict.SAY


func _judge(is_proved: bool, object: Dictionary) -> Verdict:
	if not is_proved:
		return _unauthorized(ANOTHER_TOKEN)
	greeting = object
	return Verdict.JUDGE


func _proof_of(role: String) -> String:
	return TokenProof.of(_settings.token, role, _hello_nonce, _challenge_nonce)


static func _tag_of(object: Dictionary) -> String:
	var tag: Variant = object.get("gdwire")
	if not tag is String:
		return ""
	return tag


func _out_of_turn(tag: String) -> Verdict:
	match _turn:
		_Turn.HELLO:
			return _refuse("not_a_hello", (
				"the first line is no hello of a Gdwire peer, and this side takes no others: it asks"
				+ " for a token"
			))
		_Turn.PROOF:
			return _unauthorized("after the challenge comes its proof, and nothing else before it")
		_Turn.WELCOME:
			return _unauthorized("after the proof comes the welcome, and nothing else before it")
	if tag == "welcome":
		return _unauthorized(
			"the peer that listens asked for no proof of the token: give it the same token, or check"
			+ " the port"
		)
	return _refuse(
		"not_a_hello", "the first line is neither challenge nor welcome of a Gdwire peer: check the port"
	)


func _unauthorized(why: String) -> Verdict:
	return _refuse("unauthorized", why)


func _refuse(its_code: String, why: String) -> Verdict:
	code = its_code
	text = why
	return Verdict.REFUSE
