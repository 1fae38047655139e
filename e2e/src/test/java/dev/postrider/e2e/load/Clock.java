package dev.postrider.e2e.load;

/** The one clock of a run; never goes back. */
public final class Clock {
    private Clock() {}

    public static long millis() {
        return System.nanoTime() / 1_000_000;
    }
}
