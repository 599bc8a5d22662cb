package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Java expressions for long texts. */
final class TextBlocks {
    /** A constant of a class file holds 65,535 bytes. */
    private static final int LONGEST = 60_000;

    private TextBlocks() {}

    /** A text of several lines, which are shown; it is no constant when it is too long for one. */
    static CodeBlock of(String text) {
        List<CodeBlock> blocks = chunks(text).stream().map(TextBlocks::block).toList();
        return blocks.size() == 1
                ? blocks.get(0)
                : CodeBlock.of(
                        "$T.join(\"\", $L)",
                        String.class,
                        blocks.stream().collect(CodeBlock.joining(", ")));
    }

    private static CodeBlock block(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
        return CodeBlock.of(
                "$L", "\"\"\"\n        " + escaped.replace("\n", "\n        ") + "\"\"\"");
    }

    private static List<String> chunks(String text) {
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int bytes = 0;
        for (int point : text.codePoints().toArray()) {
            String sign = Character.toString(point);
            bytes += sign.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST) {
                chunks.add(chunk.toString());
                chunk.setLength(0);
                bytes = 0;
            }
            chunk.append(sign);
        }
        chunks.add(chunk.toString());
        return chunks;
    }
}
