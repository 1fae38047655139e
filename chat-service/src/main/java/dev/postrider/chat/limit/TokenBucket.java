package dev.postrider.chat.limit;

/** A rate with a burst. Not thread-safe; time is the caller's. */
public final class TokenBucket {
    private final double perMilli;
    private final double burst;
    private double tokens;
    private long lastMillis;

    public TokenBucket(int perSecond, int burst, long nowMillis) {
        this.perMilli = perSecond / 1_000.0;
        this.burst = burst;
        this.tokens = burst;
        this.lastMillis = nowMillis;
    }

    /** Takes one, if there is one. */
    public boolean take(long nowMillis) {
        refill(nowMillis);
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    /** How long until there is one; 0 where there is. */
    public long waitMillis(long nowMillis) {
        refill(nowMillis);
        return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / perMilli);
    }

    /** True where it is as good as new, and may be forgotten. */
    boolean full(long nowMillis) {
        refill(nowMillis);
        return tokens >= burst;
    }

    private void refill(long nowMillis) {
        tokens = Math.min(burst, tokens + (nowMillis - lastMillis) * perMilli);
        lastMillis = nowMillis;
    }
}
