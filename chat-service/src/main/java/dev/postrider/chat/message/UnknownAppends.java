package dev.postrider.chat.message;

import dev.postrider.chat.channel.Fanout;
import dev.postrider.chat.channel.LogEnds;
import dev.postrider.chat.journal.Journal;
import dev.postrider.chat.room.Membership;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
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
    private final Timers timers;
    private final Set<String> waiting = new LinkedHashSet<>();
    private boolean telling;

    public UnknownAppends(Journal journal, LogEnds ends, Fanout fanout, Membership membership, Timers timers) {
        this.journal = journal;
        this.ends = ends;
        this.fanout = fanout;
        this.membership = membership;
        this.timers = timers;
    }

    @Override
    public boolean open() {
        return journal.open();
    }

    @Override
    public CompletionStage<Event> append(Event event) {
        return journal.append(event).whenComplete((stamped, unknown) -> {
            if (unknown != null) {
                timers.after(SETTLES_WITHIN, () -> tellLater(event.conversation()));
            }
        });
    }

    private void tellLater(String conversation) {
        synchronized (waiting) {
            if (waiting.size() < CONVERSATIONS_MAX) {
                waiting.add(conversation);
            }
            if (telling) {
                return;
            }
            telling = true;
        }
        tellSome();
    }

    private void tellSome() {
        Set<String> some = takeSome();
        if (!some.isEmpty()) {
            ends.ask().whenComplete((through, away) -> {
                if (away == null) {
                    some.forEach(conversation -> tell(conversation, through));
                } else {
                    putBack(some);
                }
                timers.after(PACE, this::tellSome);
            });
        }
    }

    private Set<String> takeSome() {
        Set<String> some = new HashSet<>();
        synchronized (waiting) {
            for (Iterator<String> next = waiting.iterator(); next.hasNext() && some.size() < AT_ONCE; next.remove()) {
                some.add(next.next());
            }
            telling = !some.isEmpty();
        }
        return some;
    }

    private void putBack(Set<String> some) {
        synchronized (waiting) {
            waiting.addAll(some);
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
