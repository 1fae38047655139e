package dev.postrider.stack.run;

import java.time.Duration;

/** How long to wait before the next restart: doubles up to {@code max}, begins anew after a long enough life. */
final class GrowingDelay {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration MAX = Duration.ofSeconds(60);

    private final Duration first;
    private final Duration max;
    private Duration next;

    GrowingDelay(Duration first, Duration max) {
        this.first = first;
        this.max = max;
        this.next = first;
    }

    /** @param lived how long the process had lived */
    synchronized Duration afterLifeOf(Duration lived) {
        if (lived.compareTo(max) >= 0) {
            next = first;
        }
        Duration delay = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(max) > 0 ? max : doubled;
        return delay;
    }
}
