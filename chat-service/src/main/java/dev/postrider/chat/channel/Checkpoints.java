package dev.postrider.chat.channel;

import dev.postrider.chat.session.Outgoing;
import dev.postrider.chat.session.Session;
import dev.postrider.chat.time.Ticker;
import dev.postrider.contracts.frame.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Asks greeted clients to sync now and then, because a live frame may be missing and nobody knows: every {@code every}
 * give or take a quarter, and spread over {@code sliceOver} when another node has died between append and publish.
 * Thread-safe; {@link #sweep} is called about once a second.
 */
public final class Checkpoints {
    private final LogEnds ends;
    private final Ticker ticker;
    private final RandomGenerator random;
    private final Duration every;
    private final Duration sliceOver;
    private final Map<Session, Long> dueAtMillis = new ConcurrentHashMap<>();

    public Checkpoints(LogEnds ends, Ticker ticker, RandomGenerator random, Duration every, Duration sliceOver) {
        this.ends = ends;
        this.ticker = ticker;
        this.random = random;
        this.every = every;
        this.sliceOver = sliceOver;
    }

    /** A welcome is a checkpoint too: the next one is due a whole period later. */
    public void onGreeted(Session session) {
        dueAtMillis.put(session, ticker.millis() + period());
        if (session.closed()) {
            dueAtMillis.remove(session);
        }
    }

    public void onClosed(Session session) {
        dueAtMillis.remove(session);
    }

    /** Everybody soon, but not all at once. */
    public void onOtherGone() {
        long now = ticker.millis();
        dueAtMillis.replaceAll((session, due) ->
                Math.min(due, now + random.nextLong(Math.max(1, sliceOver.toMillis()))));
    }

    /** These at once, because something may have passed them by; where the log cannot be asked, with the next sweeps. */
    public void now(List<Session> sessions) {
        ends.ask().whenComplete((through, away) -> {
            if (away == null) {
                Outgoing checkpoint = Outgoing.answer(new ServerFrame.Checkpoint(through.text()));
                sessions.forEach(session -> session.offer(checkpoint));
            } else {
                sessions.forEach(session -> dueAtMillis.computeIfPresent(session, (one, due) -> ticker.millis()));
            }
        });
    }

    public void sweep() {
        long now = ticker.millis();
        List<Session> due = dueAtMillis.entrySet().stream()
                .filter(entry -> entry.getValue() <= now)
                .map(Map.Entry::getKey)
                .toList();
        if (due.isEmpty()) {
            return;
        }
        ends.ask().thenAccept(through -> {
            Outgoing checkpoint = Outgoing.answer(new ServerFrame.Checkpoint(through.text()));
            due.forEach(session -> {
                dueAtMillis.computeIfPresent(session, (one, before) -> now + period());
                session.offer(checkpoint);
            });
        });
    }

    private long period() {
        long quarter = every.toMillis() / 4;
        return every.toMillis() - quarter + random.nextLong(Math.max(1, 2 * quarter));
    }
}
