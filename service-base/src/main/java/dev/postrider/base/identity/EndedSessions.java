package dev.postrider.base.identity;

import dev.postrider.base.control.ControlListener;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.control.ControlRecord.SessionEnded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The sessions that ended before their tokens did, held until the last of those has expired. Complete once the
 * {@link dev.postrider.base.control.ControlReader} has caught up. A socket must ask {@link #isEnded} again
 * <em>after</em> it registered for {@link #onEnded}: whichever comes last then sees the other.
 */
@ApplicationScoped
public class EndedSessions implements ControlListener {
    private static final long SWEEP_EVERY_SECONDS = 60;

    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private final List<Consumer<SessionEnded>> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant sweepAt = Instant.EPOCH;

    public boolean isEnded(String sessionId) {
        return ended.containsKey(sessionId);
    }

    /** Calls back once for each session that ends from now on; on the control reader's thread, so without blocking. */
    public void onEnded(Consumer<SessionEnded> listener) {
        listeners.add(listener);
    }

    /** Takes note at once, where the end was decided, ahead of the record. Again is harmless. */
    public void add(SessionEnded end) {
        Instant now = Instant.now();
        if (end.until().isBefore(now)) {
            return;
        }
        if (ended.put(end.session(), end.until()) == null) {
            listeners.forEach(listener -> listener.accept(end));
        }
        if (now.isAfter(sweepAt)) {
            sweepAt = now.plusSeconds(SWEEP_EVERY_SECONDS);
            ended.values().removeIf(until -> until.isBefore(now));
        }
    }

    @Override
    public void onControl(ControlRecord record, long offset) {
        if (record instanceof SessionEnded end) {
            add(end);
        }
    }
}
