package dev.gdwire.integration;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Texts that JSONTestSuite has not, or has too small: long, deep, broken in every way. */
final class HostileTexts {
    private static final int LONG = 100_000;

    /** No UTF-8: each kind of fault that RFC 3629 knows. */
    private static final List<String> NO_UTF8 =
            List.of(
                    "80",
                    "bf",
                    "c0af",
                    "c1bf",
                    "c080",
                    "c3",
                    "c328",
                    "c3c3",
                    "e080af",
                    "e09fbf",
                    "e282",
                    "e228a1",
                    "e28228",
                    "eda080",
                    "edbfbf",
                    "eda0bdedb880",
                    "f0808080",
                    "f08fbfbf",
                    "f09f98",
                    "f0288080",
                    "f4908080",
                    "f5808080",
                    "f7bfbfbf",
                    "f888808080",
                    "fc8080808080",
                    "fe",
                    "ff",
                    "fffe",
                    "feff");

    private static final List<String> UTF8 =
            List.of(
                    "c280",
                    "dfbf",
                    "e0a080",
                    "ed9fbf",
                    "ee8080",
                    "efbbbf",
                    "efbfbd",
                    "efbfbe",
                    "efbfbf",
                    "f0908080",
                    "f48fbfbf",
                    "7f");

    private static final List<String> HALVES =
            List.of(
                    "\\ud800",
                    "\\uDC00",
                    "\\ud800\\ud800",
                    "\\ud800x",
                    "\\\\\\udfff",
                    "\\udbff\\n");

    private final Map<String, byte[]> texts = new TreeMap<>();

    private HostileTexts() {}

    static Map<String, byte[]> all() {
        HostileTexts made = new HostileTexts();
        made.addBytes();
        made.addDepths();
        made.addLengths();
        made.addNumbers();
        made.addNames();
        return made.texts;
    }

    private void addBytes() {
        NO_UTF8.forEach(hex -> add("n_utf8_" + hex, quoted(HexFormat.of().parseHex(hex))));
        UTF8.forEach(hex -> add("y_utf8_" + hex, quoted(HexFormat.of().parseHex(hex))));
        for (int i = 0; i < HALVES.size(); i++) {
            add("n_half_a_pair_" + i, "[\"" + HALVES.get(i) + "\"]");
            add("n_half_a_pair_in_a_name_" + i, "{\"" + HALVES.get(i) + "\":1}");
        }
        add("y_no_half_a_pair", "[\"\\\\ud800 \\\\\\\\udc00 \\ud83d\\ude00\"]");
        add("n_byte_order_mark", "\uFEFF{}");
        add("n_byte_order_mark_inside", "[\uFEFF1]");
        add("n_byte_order_mark_utf16", "{}".getBytes(StandardCharsets.UTF_16));
        add("n_utf16", "{}".getBytes(StandardCharsets.UTF_16LE));
        for (int control = 0; control < ' '; control++) {
            String raw = Character.toString(control);
            String name = "control_%02x".formatted(control);
            add("n_" + name, "[\"" + raw + "\"]");
            add("n_name_" + name, "{\"" + raw + "\":1}");
            add((" \t\n\r".contains(raw) ? "y_" : "n_") + "space_" + name, "[" + raw + "1]");
            add("y_escaped_" + name, "[\"\\u%04x\"]".formatted(control));
        }
    }

    private void addDepths() {
        for (int depth : new int[] {64, 65, 500, 1023}) {
            add("y_depth_arrays_" + depth, "[".repeat(depth) + "]".repeat(depth));
            add("y_depth_objects_" + depth, "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
        }
        for (int depth : new int[] {1026, LONG}) {
            add("n_depth_arrays_" + depth, "[".repeat(depth) + "]".repeat(depth));
            add("n_depth_objects_" + depth, "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
            add("n_depth_open_" + depth, "[{\"a\":".repeat(depth));
        }
    }

    private void addLengths() {
        add("y_long_integer", "[" + "1".repeat(LONG) + "]");
        add("y_long_fraction", "[0." + "1".repeat(LONG) + "]");
        add("y_long_zeros", "[0." + "0".repeat(LONG) + "1]");
        add("y_long_exponent", "[1e" + "1".repeat(LONG) + "]");
        add("n_long_leading_zeros", "[" + "0".repeat(LONG) + "1]");
        add("y_long_text", "[\"" + "x".repeat(LONG) + "\"]");
        add("y_long_escapes", "[\"" + "\\n".repeat(LONG) + "\"]");
        add("y_long_backslashes", "[\"" + "\\\\".repeat(LONG) + "\"]");
        add("y_long_suspects", "[\"" + "1e999 01 5. ,] \\\" ".repeat(LONG / 10) + "\"]");
        add("y_long_name", "{\"" + "x:".repeat(LONG) + "\":1}");
        add("y_many_items", "[" + "0,".repeat(LONG) + "0]");
        add("y_many_long_exponents", "[" + "1e-300,".repeat(LONG / 10) + "0]");
        add("y_many_spaces", " ".repeat(LONG) + "[]" + " ".repeat(LONG));
        add("n_unclosed_text", "[\"" + "\\\"".repeat(LONG));
    }

    private void addNumbers() {
        String bad =
                "01 -01 00 -00 1. -1. .5 -.5 1.e5 1e 1e+ 1E- +1 --1 - 1.5.5 1e5.5 0x1 1_0 1e01.";
        for (String number : bad.split(" ")) {
            add("n_number " + number, "[" + number + "]");
            add("n_number_in_an_object " + number, "{\"a\":" + number + "}");
        }
        String good = "0 -0 0e0 1e05 1E+05 1e-05 -0.0E-07 10.01 1e400 1e-400 1e4294967297";
        for (String number : good.split(" ")) {
            add("y_number " + number, "[" + number + "]");
            add("y_number_in_an_object " + number, "{\"a\": " + number + " }");
        }
    }

    private void addNames() {
        add("n_twice", "{\"a\":1,\"b\":2,\"a\":3}");
        add("n_twice_escaped", "{\"a\":1,\"\\u0061\":1}");
        add("n_twice_inside", "[1,[{\"x\":[{\"a\":\":\",\"a\":1}]}]]");
        add("n_twice_empty", "{\"\":1,\"\":1}");
        add("n_twice_with_colons", "{\"a:\":\":\\\":\",\"a:\" :1}");
        add("y_once", "{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"A\":\"a\",\"b\" : \"\\\"a\\\":1\"}");
    }

    private static byte[] quoted(byte[] inner) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("[\"".getBytes(StandardCharsets.US_ASCII));
        text.writeBytes(inner);
        text.writeBytes("\"]".getBytes(StandardCharsets.US_ASCII));
        return text.toByteArray();
    }

    private void add(String name, String text) {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String name, byte[] bytes) {
        texts.put(name + ".json", bytes);
    }
}
