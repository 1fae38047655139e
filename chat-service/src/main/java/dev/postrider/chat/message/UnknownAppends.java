package dev.postrider.chat.message;

import dev.postrider.base.trace.Step;
import dev.postrider.chat.channel.Fanout;
import dev.postrider.chat.channel.LogEnds;
import dev.postrider.chat.journal.Journal;
import dev.postrider.chat.room.Membership;
import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The journal, and what becomes of appends without an outcome. The record may stand in the log, or still reach it, and
 * nobody was told of it. Its sender, once back, sends again and so learns where it stands; a sender who never comes back
 * would leave the others waiting for their next checkpoint. So the conversation's members are asked to sync some seconds
 * later, once the log answers again.
 *
 * <p>Best effort: a record that reaches the log after that, or whose node dies, is brought by the checkpoints that
 * follow. Thread-safe; nothing blocks.
 *
 * <ul>
 *   <li>At most {@code CONVERSATIONS_MAX} wait, and {@code AT_ONCE} are told a second.
 * </ul>
 */
public final class UnknownAppends implements Journal {
    /** A record was seen to reach the log four seconds after its producer had given it up. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(5);

    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int CONVERSATIONS_MAX = 20_000;
    private static final int AT_ONCE = 200;

    private final Journal journal;
    private final LogEnds ends;
    private final Fanout fanout;
    private final Membership membership;
    private final Ticker ticker;
    private final Timers timers;
    private final Map<String, Doubt> waiting = new LinkedHashMap<>();
    private boolean telling;

    /** When its members are told, and until when the newest of its records may still arrive; milliseconds of the ticker. */
    private record Doubt(long due, long last) {}

    public UnknownAppends(
            Journal journal, LogEnds ends, Fanout fanout, Membership membership, Ticker ticker, Timers timers) {
        this.journal = journal;
        this.ends = ends;
        this.fanout = fanout;
        this.membership = membership;
        this.ticker = ticker;
        this.timers = timers;
    }

    @Override
    public boolean open() {
        return journal.open();
    }

    @Override
    public CompletionStage<Event> append(Event event) {
        return append(event, Step.NONE);
    }

    @Override
    public CompletionStage<Event> append(Event event, Step cause) {
        return journal.append(event, cause).whenComplete((stamped, unknown) -> {
            if (unknown != null) {
                tellLater(event.conversation());
            }
        });
    }

    private void tellLater(String conversation) {
        long due = ticker.millis() + SETTLES_WITHIN.toMillis();
        synchronized (waiting) {
            Doubt earlier = waiting.get(conversation);
            if (earlier != null) {
                waiting.replace(conversation, new Doubt(earlier.due(), due));
            } else if (waiting.size() < CONVERSATIONS_MAX) {
                waiting.put(conversation, new Doubt(due, due));
            }
            if (telling) {
                return;
            }
            telling = true;
        }
        timers.after(SETTLES_WITHIN, this::tellSome);
    }

    private void tellSome() {
        List<String> some = takeDue();
        synchronized (waiting) {
            telling = !some.isEmpty() || !waiting.isEmpty();
            if (telling) {
                timers.after(PACE, this::tellSome);
            }
        }
        if (!some.isEmpty()) {
            ends.ask().whenComplete((through, away) -> {
                if (away == null) {
                    some.forEach(conversation -> tell(conversation, through));
                } else {
                    some.forEach(this::tellLater);
                }
            });
        }
    }

    /** The oldest that are due; one that was in doubt again meanwhile stays for that. */
    private List<String> takeDue() {
        long now = ticker.millis();
        synchronized (waiting) {
            List<String> some = waiting.entrySet().stream()
                    .takeWhile(entry -> entry.getValue().due() <= now)
                    .limit(AT_ONCE)
                    .map(Map.Entry::getKey)
                    .toList();
            for (String conversation : some) {
                Doubt told = waiting.remove(conversation);
                if (told != null && told.last() > now) {
                    waiting.put(conversation, new Doubt(told.last(), told.last()));
                }
            }
            return some;
        }
    }

    /** Whoever is a member by then: the records up to {@code through} are theirs to see. */
    private void tell(String conversation, LogVector through) {
        long next = through.next(LogPartitions.of(conversation));
        if (next > 0) {
            long last = Position.of(through.epoch(), next - 1);
            fanout.nudge(membership.members(conversation, last), conversation, last);
        }
    }
}
