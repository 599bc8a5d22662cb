extends RefCounted
## A peer: one TCP connection and the conversation on it.
