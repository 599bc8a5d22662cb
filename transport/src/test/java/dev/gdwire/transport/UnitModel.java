package dev.gdwire.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The naive reference: splits a stream into lines with their blobs, with no thought of memory. */
final class UnitModel {
    /** Up to 2147483646. */
    private static final String NUMBER =
            "(0|[1-9][0-9]{0,8}|1[0-9]{9}|20[0-9]{8}|21[0-3][0-9]{7}|214[0-6][0-9]{6}"
                    + "|2147[0-3][0-9]{5}|21474[0-7][0-9]{4}|214748[0-2][0-9]{3}"
                    + "|2147483[0-5][0-9]{2}|21474836[0-3][0-9]|214748364[0-6])";

    private static final Pattern HEADER = Pattern.compile("#" + NUMBER + "\r?\n");
    private static final Pattern BEGUN_HEADER = Pattern.compile("#(" + NUMBER + "\r?)?");

    private final String stream;
    private final int limit;
    private final List<String> found = new ArrayList<>();
    private int at;

    private UnitModel(String stream, int limit) {
        this.stream = stream;
        this.limit = limit;
    }

    static List<String> split(byte[] stream, int limit) {
        // One character a byte.
        UnitModel model = new UnitModel(new String(stream, StandardCharsets.ISO_8859_1), limit);
        while (model.at < model.stream.length()) {
            model.unit();
        }
        return model.found;
    }

    private void unit() {
        int start = at;
        boolean isOver = false;
        StringBuilder blobs = new StringBuilder();
        while (at < stream.length() && stream.charAt(at) == '#') {
            Matcher header = HEADER.matcher(stream).region(at, stream.length());
            int bad = badSign();
            if (!isOver && Math.min(bad, headerEnd()) - start > limit) {
                found.add("too long");
                isOver = true;
            }
            if (!header.lookingAt()) {
                unfinished(start, isOver);
                return;
            }
            int size = Integer.parseInt(header.group(1));
            long end = (long) header.end() + size;
            if (!isOver && end + 1 - start > limit) {
                found.add("too long");
                isOver = true;
            }
            if (end >= stream.length()) {
                at = stream.length();
                truncated(start, isOver);
                return;
            }
            if (stream.charAt((int) end) != '\n') {
                at = (int) end;
                malformed(isOver);
                return;
            }
            blobs.append("blob ").append(stream, header.end(), (int) end).append(' ');
            at = (int) end + 1;
        }
        line(start, isOver, blobs.toString());
    }

    /** Where the first sign is that no header has, or the end. */
    private int badSign() {
        int end = at;
        while (end < stream.length()
                && (BEGUN_HEADER.matcher(stream.substring(at, end + 1)).matches())) {
            end++;
        }
        return end;
    }

    private int headerEnd() {
        Matcher header = HEADER.matcher(stream).region(at, stream.length());
        return header.lookingAt() ? header.end() : Integer.MAX_VALUE;
    }

    private void unfinished(int start, boolean isOver) {
        at = badSign();
        if (at == stream.length()) {
            truncated(start, isOver);
        } else {
            malformed(isOver);
        }
    }

    private void malformed(boolean isOver) {
        if (!isOver) {
            found.add("malformed");
        }
        int newline = stream.indexOf('\n', at);
        at = newline < 0 ? stream.length() : newline + 1;
    }

    private void truncated(int start, boolean isOver) {
        if (!isOver) {
            found.add("truncated " + stream.substring(start));
        }
    }

    private void line(int start, boolean isOver, String blobs) {
        int newline = stream.indexOf('\n', at);
        int end = newline < 0 ? stream.length() : newline;
        boolean returned = end > at && stream.charAt(end - 1) == '\r';
        int bare = returned ? end - 1 : end;
        if (!isOver && bare - start > limit) {
            found.add("too long");
        } else if (!isOver && newline < 0) {
            found.addAll(
                    start == end ? List.of() : List.of("truncated " + stream.substring(start)));
        } else if (!isOver && bare > at) {
            found.add(blobs + "line " + stream.substring(at, bare));
        } else if (!isOver && at > start) {
            found.add("malformed");
        }
        at = newline < 0 ? stream.length() : newline + 1;
    }
}
