package dev.postrider.chat.socket;

import dev.postrider.chat.ChatConfig;
import dev.postrider.contracts.frame.CloseCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Sign-ins whose socket was closed with 4029: for a while they get no new one here, so that whoever comes back at once does
 * not begin anew at once. Bounded; when full, later ones come back unhindered. Thread-safe.
 */
@ApplicationScoped
class CoolingOff {
    private static final int SIGN_INS_MAX = 10_000;

    private final Clock clock;
    private final Duration backOff;
    private final Map<String, Instant> until = new HashMap<>();

    CoolingOff(Clock clock, ChatConfig config) {
        this.clock = clock;
        this.backOff = config.socket().backOff();
    }

    synchronized void closed(String signIn, CloseCode code) {
        if (code == CloseCode.TOO_MANY) {
            Instant now = clock.instant();
            until.values().removeIf(end -> !end.isAfter(now));
            if (until.size() < SIGN_INS_MAX) {
                until.put(signIn, now.plus(backOff));
            }
        }
    }

    /** Whole seconds until it may come back; 0 where it may. */
    synchronized long secondsLeft(String signIn) {
        Duration left = Duration.between(clock.instant(), until.getOrDefault(signIn, Instant.MIN));
        return left.isPositive() ? left.plusMillis(999).toSeconds() : 0;
    }
}
