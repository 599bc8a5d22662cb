package dev.gdwire.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.transport.Limits;
import dev.gdwire.transport.LinkOptions;
import dev.gdwire.transport.SessionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of limits says what the code does, in both languages. */
class LimitsTableTest {
    private static final Path TABLE = Path.of("..", "docs", "limits.md");
    private static final Path ADDON =
            Path.of("..", "godot-gen/src/main/resources/dev/gdwire/gen/addon/gdwire");
    private static final Pattern GODOT_VALUE =
            Pattern.compile(
                    "^(?:var|const) (\\w+)(?:: \\w+)? :?= ([0-9_.]+(?: \\* [0-9]+)*)$",
                    Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    /** A row: the names of a language, and the default beside them. */
    private record Row(List<String> names, String value) {}

    @Test
    void defaultsInTheTableAreThoseOfTheJavaCode() throws IOException {
        Map<String, String> expected = java();
        Set<String> seen = new HashSet<>();
        for (Row row : rows(1)) {
            String name = row.names().get(row.names().size() - 1);
            assertThat(expected).containsKey(name);
            assertThat(row.value()).as(name).startsWith(expected.get(name));
            seen.add(name);
        }
        assertThat(seen).isEqualTo(expected.keySet());
    }

    private static Map<String, String> java() {
        Limits limits = Limits.DEFAULT;
        LinkOptions link = LinkOptions.DEFAULT;
        Settings settings = Settings.DEFAULT;
        Map<String, String> all = new TreeMap<>();
        all.put("maxFrame", number(limits.frame()));
        all.put("withText", number(limits.text()));
        all.put("withItems", number(limits.items()));
        all.put("maxRequests", number(limits.requests()));
        all.put("maxOpenRequests", number(limits.openRequests()));
        all.put("handshakeTimeout", seconds(limits.handshake()));
        all.put("idleTimeout", limits.idle().isZero() ? "0: for ever" : seconds(limits.idle()));
        all.put("maxPeers", number(PeerLimits.DEFAULT.peers()));
        all.put(
                "maxPeersPerAddress",
                PeerLimits.DEFAULT.perAddress() == Integer.MAX_VALUE
                        ? "no more than `maxPeers`"
                        : number(PeerLimits.DEFAULT.perAddress()));
        all.put("maxHandshakes", number(PeerLimits.DEFAULT.handshakes()));
        all.put("inboundLimit", number(settings.inboundBytes()));
        all.put("inbox", number(settings.inboxSize()));
        all.put("waitingMessages", number(link.sending().waitingMessages()));
        all.put("outboundLimit", number(link.outboundBytes()));
        all.put("withKeptBytes", number(SessionOptions.DEFAULT.keptBytes()));
        all.put("withResumeTimeout", seconds(SessionOptions.DEFAULT.resumeTimeout()));
        all.put("connectTimeout", seconds(link.connectTimeout()));
        all.put("closeTimeout", seconds(link.closeTimeout()));
        return all;
    }

    @Test
    void defaultsInTheTableAreThoseOfTheAddOn() throws IOException {
        Map<String, String> code = godot();
        Set<String> seen = new HashSet<>();
        for (Row row : rows(3)) {
            String name = row.names().get(0);
            assertThat(code).containsKey(name);
            double value = 1;
            for (String factor : code.get(name).split(" \\* ")) {
                value *= Double.parseDouble(factor.replace("_", ""));
            }
            assertThat(row.value()).as(name).startsWith(inTheTable(name, value));
            seen.add(name);
        }
        code.keySet().stream()
                .filter(name -> name.startsWith("max_") || name.endsWith("_timeout_s"))
                .forEach(name -> assertThat(seen).contains(name));
        assertThat(seen).contains("READ_PER_POLL", "EVENTS_AT_ONCE", "MAX_QUEUED", "LINGER_USEC");
    }

    private static String inTheTable(String name, double value) {
        if (name.endsWith("_s") && value > 0) {
            return number((long) value) + " s";
        }
        return name.endsWith("_USEC") ? number((long) (value / 1e6)) + " s" : number((long) value);
    }

    /** Values of the properties and constants; a name of another constant is looked up. */
    private static Map<String, String> godot() throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (String file : List.of("connection", "session", "endpoint", "server", "client")) {
            Matcher matcher = GODOT_VALUE.matcher(Files.readString(ADDON.resolve(file + ".gd")));
            while (matcher.find()) {
                values.put(matcher.group(1), matcher.group(2));
            }
        }
        putLimit(values, "max_frame", "LineDecoder", "line_decoder.gd");
        putLimit(values, "kept_bytes", "SessionLines", "session_lines.gd");
        return values;
    }

    /** A property whose default is a constant of another script. */
    private static void putLimit(
            Map<String, String> values, String property, String type, String file)
            throws IOException {
        assertThat(Files.readString(ADDON.resolve("endpoint.gd")))
                .contains("var %s: int = %s.DEFAULT_LIMIT".formatted(property, type));
        Matcher limit =
                Pattern.compile("const DEFAULT_LIMIT := ([0-9_]+)")
                        .matcher(Files.readString(ADDON.resolve(file)));
        assertThat(limit.find()).isTrue();
        values.put(property, limit.group(1));
    }

    /** The rows of all tables that name something in a column, which its default follows. */
    private static List<Row> rows(int column) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Stream<String> lines = Files.lines(TABLE)) {
            for (String line : lines.filter(text -> text.startsWith("| ")).toList()) {
                String[] cells = line.substring(1).split("\\|", -1);
                Matcher matcher = NAME.matcher(cells[column]);
                List<String> names = matcher.results().map(found -> found.group(1)).toList();
                if (!names.isEmpty()) {
                    rows.add(new Row(names, cells[column + 1].trim()));
                }
            }
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }
}
