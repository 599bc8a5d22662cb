package dev.gdwire.protocol.codec;

import java.util.Locale;
import java.util.regex.Pattern;

/** Formats of names: of hosts, of mailboxes, and UUIDs. */
final class NameFormats {
    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private static final int LONGEST_HOSTNAME = 253;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?";
    private static final Pattern HOSTNAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    /** Possessive: else a long text overflows the stack. */
    private static final Pattern QUOTED = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*+\"");

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+\\-/=?^_`{|}~]++";
    private static final Pattern DOTTED = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
    private static final String IPV6_TAG = "ipv6:";

    private NameFormats() {}

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    static boolean isHostname(String text) {
        return text.length() <= LONGEST_HOSTNAME && HOSTNAME.matcher(text).matches();
    }

    static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return false;
        }
        String local = text.substring(0, at);
        String domain = text.substring(at + 1);
        return (DOTTED.matcher(local).matches() || QUOTED.matcher(local).matches())
                && (isHostname(domain) || isAddress(domain));
    }

    private static boolean isAddress(String domain) {
        if (!domain.startsWith("[") || !domain.endsWith("]") || domain.length() < 2) {
            return false;
        }
        String address = domain.substring(1, domain.length() - 1);
        return address.toLowerCase(Locale.ROOT).startsWith(IPV6_TAG)
                ? AddressFormats.isIpv6(address.substring(IPV6_TAG.length()))
                : AddressFormats.isIpv4(address);
    }
}
