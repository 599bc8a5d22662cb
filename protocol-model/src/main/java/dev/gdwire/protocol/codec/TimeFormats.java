package dev.gdwire.protocol.codec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats of dates and times: RFC 3339. */
final class TimeFormats {
    private static final String DATE = "([0-9]{4})-([0-9]{2})-([0-9]{2})";
    private static final String OFFSET = "[Zz]|([+-])([0-9]{2}):([0-9]{2})";

    /** A leap second is none that java.time can hold. */
    private static final String TIME =
            "([01][0-9]|2[0-3]):([0-5][0-9]):[0-5][0-9](?:\\.[0-9]{1,9})?(?:" + OFFSET + ")";

    private static final String DATE_PART =
            "(?:[0-9]+D|[0-9]+M(?:[0-9]+D)?|[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?)";
    private static final String TIME_PART =
            "T(?:[0-9]+S|[0-9]+M(?:[0-9]+S)?|[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?)";

    private static final Pattern DATES = Pattern.compile(DATE);
    private static final Pattern TIMES = Pattern.compile(TIME);
    private static final Pattern DATE_TIMES = Pattern.compile(DATE + "[Tt]" + TIME);
    private static final Pattern DURATIONS =
            Pattern.compile(
                    "P(?:" + DATE_PART + "(?:" + TIME_PART + ")?|" + TIME_PART + "|[0-9]+W)");

    /** As far as {@link java.time.ZoneOffset} goes. */
    private static final int MOST_OFFSET = 18 * 60;

    private static final int DAY = 24 * 60;

    private TimeFormats() {}

    static boolean isDate(String text) {
        Matcher date = DATES.matcher(text);
        return date.matches() && isDay(date);
    }

    static boolean isTime(String text) {
        Matcher time = TIMES.matcher(text);
        return time.matches() && isOffset(time, 3);
    }

    static boolean isDateTime(String text) {
        Matcher parts = DATE_TIMES.matcher(text);
        return parts.matches() && isDay(parts) && isOffset(parts, 6) && isInRange(parts, text);
    }

    static boolean isDuration(String text) {
        return DURATIONS.matcher(text).matches();
    }

    private static boolean isDay(Matcher date) {
        int month = number(date, 2);
        int day = number(date, 3);
        return month >= 1 && month <= 12 && day >= 1 && day <= days(number(date, 1), month);
    }

    private static int days(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isOffset(Matcher time, int sign) {
        return time.group(sign) == null
                || number(time, sign + 2) < 60 && Math.abs(offset(time, sign)) <= MOST_OFFSET;
    }

    /** Minutes ahead of UTC. */
    private static int offset(Matcher time, int sign) {
        if (time.group(sign) == null) {
            return 0;
        }
        int minutes = number(time, sign + 1) * 60 + number(time, sign + 2);
        return time.group(sign).equals("-") ? -minutes : minutes;
    }

    /** Whether the year is one of four digits in UTC too, in which it is written again. */
    private static boolean isInRange(Matcher parts, String text) {
        int minute = number(parts, 4) * 60 + number(parts, 5) - offset(parts, 6);
        return !(minute < 0 && text.startsWith("0000-01-01"))
                && !(minute >= DAY && text.startsWith("9999-12-31"));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
