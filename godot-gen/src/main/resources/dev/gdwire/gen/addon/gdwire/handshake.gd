extends RefCounted
## The rules by which two peers find out whether they can talk.

const Core = preload("core/core.gd")
const GdwireProtocol = preload("protocol.gd")
const Self = preload("handshake.gd")
const Settings = preload("session_settings.gd")
const Version = preload("version.gd")

## Code of the refusal; empty when the peers can talk.
var code: String = ""
## The refusal in words.
var text: String = ""
## The protocols that both speak.
var common: Array[GdwireProtocol] = []
## Those of [member common] whose schemas differ.
var differing: Array[GdwireProtocol] = []


## What this side says of its protocols.
static func offers(protocols: Array[GdwireProtocol]) -> Array[Core.Offer]:
	var list: Array[Core.Offer] = []
	for protocol: GdwireProtocol in protocols:
		list.append(
			Core.Offer.of(protocol.name(), protocol.version(), protocol.fingerprint())
		)
	return list


## The first line of the peer that connected.
static func hello(settings: Settings) -> Core.Hello:
	var message := Core.Hello.of(
		Version.WIRE, Version.LIBRARY, offers(settings.protocols), settings.features(),
		settings.max_frame
	)
	if settings.promise_msec() > 0:
		message.silence = settings.promise_msec()
	if not settings.token.is_empty():
		message.nonce = settings.nonce
	return message


## The answer to a hello.
static func welcome(settings: Settings, common_protocols: Array[GdwireProtocol]) -> Core.Welcome:
	var message := Core.Welcome.of(
		Version.WIRE, Version.LIBRARY, offers(common_protocols), settings.features(),
		settings.max_frame
	)
	if settings.promise_msec() > 0:
		message.silence = settings.promise_msec()
	return message


## Says that the peer speaks another version of the wire.
static func wire_problem(theirs: String) -> String:
	return "this side speaks version %d of the wire, the peer %s: use the same Gdwire on both sides" % [
		Version.WIRE, theirs.trim_suffix(".0"),
	]


## Judges what the peer said of itself.
static func judge(settings: Settings, theirs: Array[Core.Offer]) -> Self:
	var verdict := Self.new()
	for offer: Core.Offer in theirs:
		for protocol: GdwireProtocol in settings.protocols:
			if protocol.name() == offer.name:
				verdict._compare(protocol, offer, settings.strict)
	if verdict.code.is_empty() and verdict.common.is_empty():
		verdict._refuse("no_common_protocol", (
			"this side speaks %s, the peer %s: generate both sides from the same schemas"
			% [_names_of(offers(settings.protocols)), _names_of(theirs)]
		))
	return verdict


## Names the messages that differ between this side and the peer.
static func differences(protocol: GdwireProtocol, theirs: Dictionary) -> String:
	var ours := protocol.fingerprints()
	var parts := PackedStringArray()
	var differ := PackedStringArray()
	var lacking := PackedStringArray()
	var foreign := PackedStringArray()
	for tag: String in ours:
		if not theirs.has(tag):
			lacking.append(tag)
		elif theirs[tag] != ours[tag]:
			differ.append(tag)
	for tag: String in theirs:
		if not ours.has(tag):
			foreign.append(tag)
	for part: Array in [
		["that differ", differ], ["that the peer lacks", lacking], ["that only the peer has", foreign],
	]:
		var names: PackedStringArray = part[1]
		if not names.is_empty():
			names.sort()
			parts.append("messages %s: %s" % [part[0], ", ".join(names)])
	return "the schemas of %s differ; %s; generate both sides from the same schemas" % [
		protocol.name(), "; ".join(parts),
	]


func _compare(protocol: GdwireProtocol, offer: Core.Offer, strict: bool) -> void:
	if common.has(protocol):
		return
	common.append(protocol)
	if offer.version.get_slice(".", 0) != protocol.version().get_slice(".", 0):
		_refuse("protocol_version", (
			"this side speaks version %s of %s, the peer %s: generate both sides from the same schemas"
			% [protocol.version(), protocol.name(), offer.version]
		))
	elif offer.fingerprint != protocol.fingerprint():
		differing.append(protocol)
		if strict:
			_refuse("fingerprint", (
				"the schemas of %s differ, and this side is strict: generate both sides from the same"
				% protocol.name()
			))


## The first reason stands.
func _refuse(its_code: String, its_text: String) -> Self:
	if code.is_empty():
		code = its_code
		text = its_text
	return self


static func _names_of(offered: Array[Core.Offer]) -> String:
	var names := PackedStringArray()
	for offer: Core.Offer in offered:
		names.append("%s %s" % [offer.name, offer.version])
	return "nothing" if names.is_empty() else ", ".join(names)
