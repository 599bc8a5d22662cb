package dev.gdwire.gen.ir;

/** A type of Godot's own, written in a schema as a {@code $ref} to {@code gdwire:godot/NAME}. */
public enum NativeType {
    VECTOR2("vector2", "Vector2", 2),
    VECTOR2I("vector2i", "Vector2i", 2),
    VECTOR3("vector3", "Vector3", 3),
    VECTOR3I("vector3i", "Vector3i", 3),
    VECTOR4("vector4", "Vector4", 4),
    QUATERNION("quaternion", "Quaternion", 4),
    COLOR("color", "Color", 4),
    RECT2("rect2", "Rect2", 4),
    AABB("aabb", "AABB", 6),
    BASIS("basis", "Basis", 9),
    TRANSFORM2D("transform2d", "Transform2D", 6),
    TRANSFORM3D("transform3d", "Transform3D", 12),
    PLANE("plane", "Plane", 4),
    NODE_PATH("node_path", "NodePath", 0),
    STRING_NAME("string_name", "StringName", 0),
    PACKED_BYTE_ARRAY("packed_byte_array", "PackedByteArray", 0);

    private final String schemaName;
    private final String godotName;
    private final int numbers;

    NativeType(String schemaName, String godotName, int numbers) {
        this.schemaName = schemaName;
        this.godotName = godotName;
        this.numbers = numbers;
    }

    /** Name after {@code gdwire:godot/}. */
    public String schemaName() {
        return schemaName;
    }

    /** Name of the type in Godot. */
    public String godotName() {
        return godotName;
    }

    /** How many numbers stand for a value on the wire; 0 for one that is text there. */
    public int numbers() {
        return numbers;
    }

    /** Whether these numbers are integers. */
    public boolean isWhole() {
        return this == VECTOR2I || this == VECTOR3I;
    }
}
