package dev.postrider.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What happened to the sockets of a crowd. Thread-safe. */
public final class Tally {
    private final AtomicLong welcomed = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong behind = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong answeredBytes = new AtomicLong();
    private final Map<String, Long> syncsFailed = new ConcurrentHashMap<>();
    private final Map<String, Long> opensFailed = new ConcurrentHashMap<>();
    private final Queue<Long> served = new ConcurrentLinkedQueue<>();
    private final AtomicInteger servedCount = new AtomicInteger();
    private final AtomicInteger caughtUp = new AtomicInteger();
    private final Map<String, Long> endsByCode = new ConcurrentHashMap<>();

    void welcomed() {
        welcomed.incrementAndGet();
    }

    void ended(String code) {
        ended.incrementAndGet();
        endsByCode.merge(code, 1L, Long::sum);
    }

    /** One that had caught up is gone. */
    void left() {
        caughtUp.decrementAndGet();
    }

    void refused() {
        refused.incrementAndGet();
    }

    void behind() {
        behind.incrementAndGet();
    }

    void answered(long bytes) {
        answered.incrementAndGet();
        answeredBytes.addAndGet(bytes);
    }

    void syncFailed(String why) {
        syncsFailed.merge(why, 1L, Long::sum);
    }

    void openFailed(String why) {
        opensFailed.merge(why, 1L, Long::sum);
    }

    void served(long nanosAway) {
        served.add(nanosAway);
        servedCount.incrementAndGet();
        caughtUp.incrementAndGet();
    }

    /** Catch-ups finished since the last call of {@link #takeServed}. */
    public int servedCount() {
        return servedCount.get();
    }

    /** Devices that are there and have caught up. */
    public int caughtUp() {
        return caughtUp.get();
    }

    /** Sockets that ended since the last call: how many, by close code. */
    public Map<String, Long> takeEndsByCode() {
        Map<String, Long> ends = new TreeMap<>();
        endsByCode.keySet().forEach(code -> {
            Long count = endsByCode.remove(code);
            if (count != null) {
                ends.put(code, count);
            }
        });
        return ends;
    }

    /** How long each was away until it had caught up, in nanoseconds, in the order in which they came back. */
    public List<Long> takeServed() {
        List<Long> all = new ArrayList<>();
        for (Long one = served.poll(); one != null; one = served.poll()) {
            all.add(one);
        }
        servedCount.addAndGet(-all.size());
        return all;
    }

    /** Mean size of a catch-up's answer since the last call, in bytes. */
    public double takeMeanAnswer() {
        long count = answered.getAndSet(0);
        long bytes = answeredBytes.getAndSet(0);
        return count == 0 ? 0 : (double) bytes / count;
    }

    /** Answers of catch-ups that had to be asked for again because history was behind. */
    public long behinds() {
        return behind.get();
    }

    /** Catch-ups that were refused, or not answered in time, and asked again: how many, by what happened. */
    public Map<String, Long> syncFailures() {
        return new TreeMap<>(syncsFailed);
    }

    /** Sockets that did not open, and were tried again: how many, by what happened. */
    public Map<String, Long> openFailures() {
        return new TreeMap<>(opensFailed);
    }

    /** Welcomes said, repeated ones as well. */
    public long welcomes() {
        return welcomed.get();
    }

    /** Sockets that ended, whoever ended them. */
    public long ends() {
        return ended.get();
    }

    /** Frames without an id that were refused: marks that came too fast. */
    public long refusals() {
        return refused.get();
    }
}
