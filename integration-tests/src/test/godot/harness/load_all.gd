extends SceneTree
## Loads every script of the project, so that the engine prints what it has against each, and then
## [code]scripts done: N loaded, M failed[/code].

var _loaded: int = 0
var _failed: int = 0


func _initialize() -> void:
	_load_folder("res://")
	print("scripts done: %d loaded, %d failed" % [_loaded, _failed])
	quit()


func _load_folder(folder: String) -> void:
	for file: String in DirAccess.get_files_at(folder):
		if file.ends_with(".gd"):
			_load_script(folder.path_join(file))
	for child: String in DirAccess.get_directories_at(folder):
		_load_folder(folder.path_join(child))


func _load_script(path: String) -> void:
	var script: GDScript = load(path)
	# Only the editor itself can make an EditorPlugin.
	if not (script.can_instantiate() or script.get_instance_base_type() == &"EditorPlugin"):
		_failed += 1
		print("script FAIL ", path)
	else:
		_loaded += 1
		print("script OK ", path)
