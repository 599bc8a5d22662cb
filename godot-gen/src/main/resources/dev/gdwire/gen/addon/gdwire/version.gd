extends RefCounted
## Versions of this library, as it names them to its peers.

## Version of this add-on; the Java library of the same version is its match.
const VERSION := "0.1.0"
## Version of the wire format.
const WIRE := 1
## What the handshake says of this library, for people.
const LIBRARY := "gdwire-godot " + VERSION
