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
import dev.gdwire.protocol.json.JsonWriter;

/** Writers of Godot's own types. */
public final class WriteNative {
    private WriteNative() {}

    /** A list of numbers. */
    public static void vector2(Vector2 value, JsonWriter out) {
        floats(value.toArray(), out);
    }

    /** A list of integers. */
    public static void vector2i(Vector2i value, JsonWriter out) {
        ints(value.toArray(), out);
    }

    /** A list of numbers. */
    public static void vector3(Vector3 value, JsonWriter out) {
        floats(value.toArray(), out);
    }

    /** A list of integers. */
    public static void vector3i(Vector3i value, JsonWriter out) {
        ints(value.toArray(), out);
    }

    /** A list of numbers. */
    public static void vector4(Vector4 value, JsonWriter out) {
        floats(value.toArray(), out);
    }

    /** A list of numbers. */
    public static void quaternion(Quaternion value, JsonWriter out) {
        floats(value.toArray(), out);
    }

    /** A list of numbers. */
    public static void color(Color value, JsonWriter out) {
        floats(value.toArray(), out);
    }

    /** A list of numbers. */
    public static void rect2(Rect2 value, JsonWriter out) {
        floats(value.toArray(), out);
    }

    /** A list of numbers. */
    public static void aabb(Aabb value, JsonWriter out) {
        floats(value.toArray(), out);
    }

    /** A list of numbers. */
    public static void basis(Basis value, JsonWriter out) {
        floats(value.toArray(), out);
    }

    /** A list of numbers. */
    public static void transform2D(Transform2D value, JsonWriter out) {
        floats(value.toArray(), out);
    }

    /** A list of numbers. */
    public static void transform3D(Transform3D value, JsonWriter out) {
        floats(value.toArray(), out);
    }

    /** A list of numbers. */
    public static void plane(Plane value, JsonWriter out) {
        floats(value.toArray(), out);
    }

    /** Text that is a path of nodes. */
    public static void nodePath(NodePath value, JsonWriter out) {
        out.text(value.value());
    }

    /** Text that is a name. */
    public static void stringName(StringName value, JsonWriter out) {
        out.text(value.value());
    }

    /** Bytes. */
    public static void bytes(Bytes value, JsonWriter out) {
        out.packed(value);
    }

    private static void floats(float[] numbers, JsonWriter out) {
        int start = out.start();
        for (int i = 0; i < numbers.length; i++) {
            out.item(numbers[i]);
        }
        out.endArray(start);
    }

    private static void ints(int[] numbers, JsonWriter out) {
        int start = out.start();
        for (int i = 0; i < numbers.length; i++) {
            out.item(numbers[i]);
        }
        out.endArray(start);
    }
}
