package dev.gdwire.protocol.godot;

import dev.gdwire.protocol.InvalidValueException;

/** Numbers of the wire and the parts that they make up. */
final class Numbers {
    private Numbers() {}

    static void requireSize(int actual, int expected) {
        if (actual != expected) {
            throw new InvalidValueException("", expected + " numbers", actual + " items");
        }
    }

    static Vector2 vector2(float[] numbers, int from) {
        return new Vector2(numbers[from], numbers[from + 1]);
    }

    static Vector3 vector3(float[] numbers, int from) {
        return new Vector3(numbers[from], numbers[from + 1], numbers[from + 2]);
    }

    static float[] concat(float[]... parts) {
        int size = 0;
        for (float[] part : parts) {
            size += part.length;
        }
        float[] all = new float[size];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
