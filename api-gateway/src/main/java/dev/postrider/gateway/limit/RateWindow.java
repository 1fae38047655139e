package dev.postrider.gateway.limit;

import io.vertx.core.Future;

/** Counts the calls of the last minute by key. */
public interface RateWindow {
    /** Takes one if it fits. Fails only when the window cannot tell. */
    Future<Grant> take(String key, int perMinute);
}
