package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.godot.Aabb;
import dev.gdwire.protocol.godot.Basis;
import dev.gdwire.protocol.godot.Bytes;
import dev.gdwire.protocol.godot.Color;
import dev.gdwire.protocol.godot.NodePath;
import dev.gdwire.protocol.godot.Plane;
import dev.gdwire.protocol.godot.Quaternion;
import dev.gdwire.protocol.godot.Rect2;
import dev.gdwire.protocol.godot.StringName;
import dev.gdwire.protocol.godot.Transform2D;
import dev.gdwire.protocol.godot.Transform3D;
import dev.gdwire.protocol.godot.Vector2;
import dev.gdwire.protocol.godot.Vector2i;
import dev.gdwire.protocol.godot.Vector3;
import dev.gdwire.protocol.godot.Vector3i;
import dev.gdwire.protocol.godot.Vector4;
import tools.jackson.databind.JsonNode;

/** Readers of Godot's own types. */
public final class ReadNative {
    private ReadNative() {}

    /** A list of 2 numbers. */
    public static Vector2 vector2(JsonNode json) {
        return Vector2.of(floats(json, 2));
    }

    /** A list of 2 integers. */
    public static Vector2i vector2i(JsonNode json) {
        return Vector2i.of(ints(json, 2));
    }

    /** A list of 3 numbers. */
    public static Vector3 vector3(JsonNode json) {
        return Vector3.of(floats(json, 3));
    }

    /** A list of 3 integers. */
    public static Vector3i vector3i(JsonNode json) {
        return Vector3i.of(ints(json, 3));
    }

    /** A list of 4 numbers. */
    public static Vector4 vector4(JsonNode json) {
        return Vector4.of(floats(json, 4));
    }

    /** A list of 4 numbers. */
    public static Quaternion quaternion(JsonNode json) {
        return Quaternion.of(floats(json, 4));
    }

    /** A list of 4 numbers. */
    public static Color color(JsonNode json) {
        return Color.of(floats(json, 4));
    }

    /** A list of 4 numbers. */
    public static Rect2 rect2(JsonNode json) {
        return Rect2.of(floats(json, 4));
    }

    /** A list of 6 numbers. */
    public static Aabb aabb(JsonNode json) {
        return Aabb.of(floats(json, 6));
    }

    /** A list of 9 numbers. */
    public static Basis basis(JsonNode json) {
        return Basis.of(floats(json, 9));
    }

    /** A list of 6 numbers. */
    public static Transform2D transform2D(JsonNode json) {
        return Transform2D.of(floats(json, 6));
    }

    /** A list of 12 numbers. */
    public static Transform3D transform3D(JsonNode json) {
        return Transform3D.of(floats(json, 12));
    }

    /** A list of 4 numbers. */
    public static Plane plane(JsonNode json) {
        return Plane.of(floats(json, 4));
    }

    /** Text that is a path of nodes. */
    public static NodePath nodePath(JsonNode json) {
        return new NodePath(Read.string(json));
    }

    /** Text that is a name. */
    public static StringName stringName(JsonNode json) {
        return new StringName(Read.string(json));
    }

    /** Bytes in base64 (RFC 4648, section 4, padded). */
    public static Bytes bytes(JsonNode json) {
        return Bytes.ofBase64(Read.string(json));
    }

    private static float[] floats(JsonNode json, int size) {
        requireSize(json, size);
        return Read.floatArray(json);
    }

    private static int[] ints(JsonNode json, int size) {
        requireSize(json, size);
        return Read.intArray(json);
    }

    private static void requireSize(JsonNode json, int size) {
        if (Read.array(json).size() != size) {
            throw Read.fault(size + " numbers", json.size() + " items");
        }
    }
}
