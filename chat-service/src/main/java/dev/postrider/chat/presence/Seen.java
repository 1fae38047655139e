package dev.postrider.chat.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the registers say of one user.
 *
 * @param remainingMillis how long a node's word still holds; 0 = offline
 * @param minute of the last sign, in minutes since 1970; −1 = never seen
 */
record Seen(long remainingMillis, long minute) {
    static final Seen NEVER = new Seen(0, -1);

    boolean online() {
        return remainingMillis > 0;
    }

    @Nullable
    Instant lastSeen() {
        return minute < 0 ? null : Instant.ofEpochSecond(minute * 60);
    }

    /** A message on {@code about:<user>}: {@code "1 <ttl> <minute>"} or {@code "0 0 <minute>"}; null where it is none. */
    static @Nullable Seen parse(String message) {
        String[] parts = message.split(" ", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            long remaining = Long.parseLong(parts[1]);
            return new Seen(parts[0].equals("1") ? Math.max(1, remaining) : 0, Long.parseLong(parts[2]));
        } catch (NumberFormatException foreign) {
            return null;
        }
    }
}
