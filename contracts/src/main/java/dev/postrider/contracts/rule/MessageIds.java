package dev.postrider.contracts.rule;

import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Message ids: UUIDs of version 7 in canonical lower case, made by the client that sends. */
public final class MessageIds {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private MessageIds() {}

    public static boolean isMessageId(String text) {
        return FORM.matcher(text).matches();
    }

    /** A fresh id: 48 bits of {@code epochMillis}, the rest random. */
    public static String next(long epochMillis, RandomGenerator random) {
        long high = (epochMillis << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = 0x8000000000000000L | (random.nextLong() & 0x3fffffffffffffffL);
        return new UUID(high, low).toString();
    }
}
