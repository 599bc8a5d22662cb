package dev.gdwire.gen.ir;

/** A type of Godot's own, written in a schema as a {@code $ref} to {@code gdwire:godot/NAME}. */
public enum NativeType {
    VECTOR2("vector2", "Vector2"),
    VECTOR2I("vector2i", "Vector2i"),
    VECTOR3("vector3", "Vector3"),
    VECTOR3I("vector3i", "Vector3i"),
    VECTOR4("vector4", "Vector4"),
    QUATERNION("quaternion", "Quaternion"),
    COLOR("color", "Color"),
    RECT2("rect2", "Rect2"),
    AABB("aabb", "AABB"),
    BASIS("basis", "Basis"),
    TRANSFORM2D("transform2d", "Transform2D"),
    TRANSFORM3D("transform3d", "Transform3D"),
    PLANE("plane", "Plane"),
    NODE_PATH("node_path", "NodePath"),
    STRING_NAME("string_name", "StringName"),
    PACKED_BYTE_ARRAY("packed_byte_array", "PackedByteArray");

    private final String schemaName;
    private final String godotName;

    NativeType(String schemaName, String godotName) {
        this.schemaName = schemaName;
        this.godotName = godotName;
    }

    /** Name after {@code gdwire:godot/}. */
    public String schemaName() {
        return schemaName;
    }

    /** Name of the type in Godot. */
    public String godotName() {
        return godotName;
    }
}
