extends RefCounted
## Searches for the patterns of schemas. The engine gives up a search that takes too many steps
## (10 million from one place), and says then what it says when nothing is found; here the two are
## told apart.

enum Finding {
	FOUND,
	NOT_FOUND,
	## The search was given up: nobody knows.
	TOO_HARD,
}

## What a search that is given up has got, in the words of a fault.
const TOO_HARD_TEXT := "text that takes too long to match"


## Whether [param regex] is found somewhere in [param text]. The engine logs an error for a search
## that was given up.
static func search(regex: RegEx, text: String) -> Finding:
	if regex.search(text) != null:
		return Finding.FOUND
	# Replacing nothing gives the text back, unless the search was given up.
	return Finding.NOT_FOUND if regex.sub(text, "") == text else Finding.TOO_HARD
