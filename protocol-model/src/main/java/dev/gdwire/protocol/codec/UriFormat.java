package dev.gdwire.protocol.codec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The format of URIs: RFC 3986, as far as {@link java.net.URI} (RFC 2396) reads it too. */
final class UriFormat {
    private static final String NAME = "A-Za-z0-9\\-._~!$&'()*+,;=%";

    /** The whole, whatever stands in brackets. An authority is not all there is. */
    private static final Pattern URI =
            Pattern.compile(
                    "[A-Za-z][A-Za-z0-9+\\-.]*:"
                            + ("(?://(?=.)(?:[" + NAME + ":]*@)?")
                            + ("(?:["
                                    + NAME
                                    + "]*(?::[0-9]*)?|\\[([0-9A-Fa-f:.]+)\\](?::[0-9]{0,9})?)")
                            + ("(?=[/?#]|\\z)|(?!//)(?=[^#]))")
                            + ("[" + NAME + ":@/]*")
                            + ("(?:\\?[" + NAME + ":@/?]*)?")
                            + ("(?:#[" + NAME + ":@/?]*)?"));

    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private UriFormat() {}

    static boolean isUri(String text) {
        Matcher uri = URI.matcher(text);
        return uri.matches()
                && !BAD_ESCAPE.matcher(text).find()
                && (uri.group(1) == null || AddressFormats.isIpv6(uri.group(1)));
    }
}
