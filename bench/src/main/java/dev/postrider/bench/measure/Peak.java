package dev.postrider.bench.measure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The highest resident memory of each process while it is watched, and of what the system holds for TCP, in bytes. */
public final class Peak implements AutoCloseable {
    private static final long LOOK_MILLIS = 200;

    private final Map<String, Long> highest = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();

    private Peak() {}

    /** @param pids by part */
    public static Peak watch(Map<String, Long> pids) {
        Peak peak = new Peak();
        peak.looks.scheduleWithFixedDelay(() -> peak.look(pids), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return peak;
    }

    private void look(Map<String, Long> pids) {
        pids.forEach((part, pid) -> highest.merge(part, Memory.now(pid), Long::max));
        highest.merge("system, TCP", Memory.ofTcp(), Long::max);
    }

    public Map<String, Long> bytes() {
        return Map.copyOf(highest);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
