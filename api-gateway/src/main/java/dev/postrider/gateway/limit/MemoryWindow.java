package dev.postrider.gateway.limit;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Windows of this process alone. Holds two minutes and at most a given number of keys for each; further keys are granted
 * uncounted, which hands nothing to an attacker: who has so many addresses has their shares anyway. Any thread.
 */
public final class MemoryWindow implements RateWindow {
    private record Minute(long number, Map<String, Integer> counts) {}

    private record Minutes(Minute current, Map<String, Integer> previous) {}

    private final InstantSource clock;
    private final int keysMax;
    private volatile Minutes minutes = new Minutes(new Minute(-1, new ConcurrentHashMap<>()), Map.of());

    public MemoryWindow(InstantSource clock, int keysMax) {
        this.clock = clock;
        this.keysMax = keysMax;
    }

    @Override
    public Future<Grant> take(String key, int perMinute) {
        long now = clock.millis();
        long elapsed = now % Grant.WINDOW_MILLIS;
        Minutes here = at(now / Grant.WINDOW_MILLIS);
        long previous = here.previous().getOrDefault(key, 0);
        var counts = here.current().counts();
        if (!counts.containsKey(key) && counts.size() >= keysMax) {
            return Future.succeededFuture(Grant.of(true, previous, 0, elapsed, perMinute));
        }
        boolean[] granted = {false};
        int current = counts.compute(key, (k, count) -> {
            int before = count == null ? 0 : count;
            granted[0] = Grant.fits(previous, before, elapsed, perMinute);
            return granted[0] ? before + 1 : before;
        });
        return Future.succeededFuture(Grant.of(granted[0], previous, current, elapsed, perMinute));
    }

    private Minutes at(long minute) {
        Minutes here = minutes;
        return here.current().number() == minute ? here : turn(minute);
    }

    private synchronized Minutes turn(long minute) {
        Minutes here = minutes;
        if (here.current().number() < minute) {
            boolean next = here.current().number() == minute - 1;
            Map<String, Integer> previous = next ? here.current().counts() : Map.of();
            minutes = new Minutes(new Minute(minute, new ConcurrentHashMap<>()), previous);
        }
        return minutes;
    }
}
