package dev.gdwire.protocol.json;

/** Writes bytes in base64 (RFC 4648, section 4, padded) into a buffer that has room for them. */
final class Base64Output {
    private static final byte[] DIGITS = new byte[64];

    static {
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < DIGITS.length; i++) {
            DIGITS[i] = (byte) digits.charAt(i);
        }
    }

    private Base64Output() {}

    /** Writes all bytes; returns where the text ends. */
    static int write(byte[] bytes, byte[] buffer, int start) {
        int position = start;
        int whole = bytes.length - bytes.length % 3;
        for (int i = 0; i < whole; i += 3) {
            int bits = (bytes[i] & 0xff) << 16 | (bytes[i + 1] & 0xff) << 8 | bytes[i + 2] & 0xff;
            buffer[position] = DIGITS[bits >>> 18];
            buffer[position + 1] = DIGITS[bits >>> 12 & 63];
            buffer[position + 2] = DIGITS[bits >>> 6 & 63];
            buffer[position + 3] = DIGITS[bits & 63];
            position += 4;
        }
        return whole == bytes.length ? position : rest(bytes, whole, buffer, position);
    }

    private static int rest(byte[] bytes, int from, byte[] buffer, int start) {
        boolean two = bytes.length - from == 2;
        int bits = (bytes[from] & 0xff) << 16 | (two ? (bytes[from + 1] & 0xff) << 8 : 0);
        buffer[start] = DIGITS[bits >>> 18];
        buffer[start + 1] = DIGITS[bits >>> 12 & 63];
        buffer[start + 2] = two ? DIGITS[bits >>> 6 & 63] : (byte) '=';
        buffer[start + 3] = '=';
        return start + 4;
    }
}
