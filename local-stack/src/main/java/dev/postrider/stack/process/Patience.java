package dev.postrider.stack.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for conditions of other processes, which tell nobody when they change. */
public final class Patience {
    private static final long POLL_MILLIS = 50;

    private Patience() {}

    /** True as soon as {@code condition} is; false after {@code limit}, or when interrupted. */
    public static boolean await(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !pause(Duration.ofMillis(POLL_MILLIS))) {
                return false;
            }
        }
        return true;
    }

    /** False when interrupted; the interrupt stays set. */
    public static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
