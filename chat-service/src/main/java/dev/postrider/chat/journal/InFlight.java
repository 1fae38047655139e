package dev.postrider.chat.journal;

import dev.postrider.chat.time.Ticker;

/**
 * Counts appends under way and notices when the log stands still. Safe for all threads.
 *
 * <ul>
 *   <li>At most {@code max} at once: beyond that the journal is closed until some are answered.
 *   <li>Nothing acknowledged for {@code stalledAfterMillis} while something waits: closed until an acknowledgement.
 * </ul>
 */
final class InFlight {
    private final int max;
    private final long stalledAfterMillis;
    private final Ticker ticker;
    private int count;
    private long lastGood;

    InFlight(int max, long stalledAfterMillis, Ticker ticker) {
        this.max = max;
        this.stalledAfterMillis = stalledAfterMillis;
        this.ticker = ticker;
        this.lastGood = ticker.millis();
    }

    synchronized void begin() {
        if (count++ == 0) {
            lastGood = ticker.millis();
        }
    }

    synchronized void end(boolean acknowledged) {
        count--;
        if (acknowledged) {
            lastGood = ticker.millis();
        }
    }

    synchronized boolean open() {
        return count < max && (count == 0 || ticker.millis() - lastGood < stalledAfterMillis);
    }

    synchronized int count() {
        return count;
    }
}
