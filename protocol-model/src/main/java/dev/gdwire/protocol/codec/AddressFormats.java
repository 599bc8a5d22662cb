package dev.gdwire.protocol.codec;

import java.util.regex.Pattern;

/** Formats of addresses of the Internet Protocol. */
final class AddressFormats {
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int LONGEST_IPV6 = 45;
    private static final int GROUPS = 8;

    private AddressFormats() {}

    static boolean isIpv4(String text) {
        return IPV4.matcher(text).matches();
    }

    static boolean isIpv6(String text) {
        if (text.length() > LONGEST_IPV6) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == GROUPS;
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int first = before.isEmpty() ? 0 : groups(before, false);
        int last = after.isEmpty() ? 0 : groups(after, true);
        return first >= 0 && last >= 0 && first + last < GROUPS;
    }

    /** Counts groups of 16 bits, parted by colons; negative when there is another thing. */
    private static int groups(String text, boolean isEnd) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (GROUP.matcher(parts[i]).matches()) {
                count++;
            } else if (isEnd && i == parts.length - 1 && isIpv4(parts[i])) {
                count += 2;
            } else {
                return -GROUPS;
            }
        }
        return count;
    }
}
