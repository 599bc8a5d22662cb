extends RefCounted
## Finds names that stand twice in an object, of which the engine's parser keeps the last and says
## nothing: a text that has more members than what was read of it has lost some.

static var _space_before_colon := RegEx.create_from_string("\"[ \\t\\r\\n]++:")
static var _strings := RegEx.create_from_string("\"(?:[^\"\\\\]++|\\\\.)*+\"")


## Whether some of the members in [param text], which is JSON, are not in what was read of it.
static func are_lost(text: String, object: Dictionary) -> bool:
	# A member has a colon; there are more only where strings have them.
	var colons := text.count(":")
	if object.size() == colons:
		return false
	var members := _count(object, colons)
	if members == colons:
		return false
	if text.count("\":") == members and _space_before_colon.search(text) == null:
		return false
	return _strings.sub(text, "", true).count(":") > members


## The members of an object and of all inside of it; stops at [param most]. The outermost first:
## what is innermost is seldom looked into.
static func _count(object: Dictionary, most: int) -> int:
	var members := object.size()
	var containers: Array[Array] = [object.values()]
	var next := 0
	while next < containers.size() and members < most:
		for item: Variant in containers[next]:
			if item is Dictionary:
				var inner: Dictionary = item
				members += inner.size()
				containers.append(inner.values())
			elif item is Array:
				containers.append(item)
		next += 1
	return members
