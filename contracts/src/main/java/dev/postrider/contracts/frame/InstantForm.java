package dev.postrider.contracts.frame;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** InstantForm as text: ISO-8601 in UTC with milliseconds, cut and not rounded. By hand, since every frame has one. */
final class InstantForm {
    private static final DateTimeFormatter ANY =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);
    private static final char[] FORM = "0000-00-00T00:00:00.000Z".toCharArray();
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private InstantForm() {}

    static String text(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < YEAR_0 || second >= YEAR_10000) {
            return ANY.format(instant);
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        char[] text = FORM.clone();
        write(text, 3, time.getYear());
        write(text, 6, time.getMonthValue());
        write(text, 9, time.getDayOfMonth());
        write(text, 12, time.getHour());
        write(text, 15, time.getMinute());
        write(text, 18, time.getSecond());
        write(text, 22, instant.getNano() / NANOS_PER_MILLI);
        return new String(text);
    }

    /** The digits of a number that is not negative, the last of them at {@code end}. */
    private static void write(char[] text, int end, int number) {
        int at = end;
        for (int left = number; left > 0; left /= 10) {
            text[at--] = (char) ('0' + left % 10);
        }
    }
}
