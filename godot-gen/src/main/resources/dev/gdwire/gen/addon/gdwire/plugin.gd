@tool
extends EditorPlugin
## Gdwire needs nothing from the editor: scripts preload what they use. Enabling or disabling the
## plugin changes nothing in the project.
