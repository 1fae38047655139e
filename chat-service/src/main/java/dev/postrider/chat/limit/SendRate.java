package dev.postrider.chat.limit;

import dev.postrider.chat.time.Ticker;
import java.util.HashMap;
import java.util.Map;

/**
 * One rate for each of many: a person over all of their devices on this node (with affinity, all of them), or a room.
 * Safe for all threads. Bounded: whoever was quiet long enough to be at full burst is forgotten.
 */
public final class SendRate {
    private static final int FORGET_EVERY = 4_096;

    private final int perSecond;
    private final int burst;
    private final Ticker ticker;
    private final Map<String, TokenBucket> byKey = new HashMap<>();
    private int taken;

    public SendRate(int perSecond, int burst, Ticker ticker) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.ticker = ticker;
    }

    /** 0 where the frame may pass; else after how many milliseconds the next one may. */
    public synchronized long take(String key) {
        long now = ticker.millis();
        if (++taken % FORGET_EVERY == 0) {
            byKey.values().removeIf(bucket -> bucket.full(now));
        }
        TokenBucket bucket = byKey.computeIfAbsent(key, k -> new TokenBucket(perSecond, burst, now));
        return bucket.take(now) ? 0 : Math.max(1, bucket.waitMillis(now));
    }
}
