package dev.postrider.chat.room;

import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.channel.MembershipNotices;
import dev.postrider.chat.room.RosterSource.Reading;
import dev.postrider.chat.time.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rosters that this node holds, so that a message costs no look into the database.
 *
 * <p><b>Why none is held that is out of date.</b> A change is committed, then its notice is written, then heard here, then
 * {@link #forget} is called. A reading that began before that call is done again before anybody else is answered with it;
 * one that began later sees the change.
 *
 * <p><b>Why frames keep their order.</b> Who asks while a roster is being read waits, and all are answered in the order in
 * which they asked, by one thread; who asks meanwhile waits behind them. (The dependents of one future would run in the
 * opposite order, and two frames of one sender change places.)
 *
 * <ul>
 *   <li>The longest unused of {@code heldMax} are forgotten, and read again when they are needed.
 *   <li>That a conversation does not exist is never held: it may a moment later.
 * </ul>
 *
 * <p>Thread-safe; nothing blocks.
 */
public final class Rosters implements MembershipNotices.Held {
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

    private final RosterSource source;
    private final Timers timers;
    private final Map<String, Question> held;

    /** A conversation's roster: being read, being given to those who wait, or held. Guarded by {@link #held}. */
    private static final class Question {
        final Queue<CompletableFuture<Optional<Roster>>> askers = new ArrayDeque<>();
        boolean settled;
        boolean outdated;

        @Nullable
        Roster roster;
    }

    /** What was read, or why it could not be. */
    private record Outcome(
            Optional<Reading> reading, @Nullable Throwable away) {
        void tell(CompletableFuture<Optional<Roster>> asker) {
            if (away == null) {
                asker.complete(reading.map(Reading::roster));
            } else {
                asker.completeExceptionally(away);
            }
        }

        boolean mayBeHeld() {
            return reading.isPresent() && reading.get().certain();
        }
    }

    public Rosters(RosterSource source, Timers timers, int heldMax) {
        this.source = source;
        this.timers = timers;
        this.held = new LinkedHashMap<>(1_024, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Question> eldest) {
                return size() > heldMax;
            }
        };
    }

    /** What is held now, or null. */
    public @Nullable Roster now(String conversation) {
        synchronized (held) {
            Question question = held.get(conversation);
            return question == null || question.outdated ? null : question.roster;
        }
    }

    /** What is held, else what can be read. */
    public CompletionStage<Optional<Roster>> of(String conversation) {
        CompletableFuture<Optional<Roster>> mine = new CompletableFuture<>();
        Question question;
        synchronized (held) {
            question = held.get(conversation);
            if (question != null && question.settled) {
                return CompletableFuture.completedFuture(Optional.ofNullable(question.roster));
            }
            if (question != null) {
                question.askers.add(mine);
                return mine;
            }
            question = new Question();
            question.askers.add(mine);
            held.put(conversation, question);
        }
        read(conversation, question);
        return mine;
    }

    @Override
    public void forget(String conversation) {
        synchronized (held) {
            Question question = held.get(conversation);
            if (question != null) {
                question.outdated = true;
                if (question.settled) {
                    held.remove(conversation);
                }
            }
        }
    }

    @Override
    public void forgetAll() {
        synchronized (held) {
            held.values().forEach(question -> question.outdated = true);
            held.values().removeIf(question -> question.settled);
        }
    }

    /** Those of a room's members to be; where they cannot be read now, this is tried again until they can. */
    Audience audienceOfRoom(String conversation, Function<Roster, Collection<String>> chosen) {
        return new Audience() {
            @Override
            public @Nullable Collection<String> now() {
                Roster roster = Rosters.this.now(conversation);
                return roster == null ? null : chosen.apply(roster);
            }

            @Override
            public CompletionStage<Void> known() {
                CompletableFuture<Void> known = new CompletableFuture<>();
                of(conversation).whenComplete((roster, away) -> {
                    if (away == null && roster.isPresent()) {
                        known.complete(null);
                    } else {
                        timers.after(AGAIN_AFTER, () -> known.complete(null));
                    }
                });
                return known;
            }
        };
    }

    private void read(String conversation, Question question) {
        source.read(conversation).whenComplete((reading, away) -> {
            Outcome outcome = new Outcome(reading == null ? Optional.empty() : reading, away);
            synchronized (held) {
                question.roster =
                        outcome.mayBeHeld() ? outcome.reading().orElseThrow().roster() : null;
            }
            answer(conversation, question, outcome);
        });
    }

    /** Ends when nobody waits any more, or what was read is out of date: then it is read again for those who still wait. */
    private void answer(String conversation, Question question, Outcome outcome) {
        while (true) {
            CompletableFuture<Optional<Roster>> next;
            synchronized (held) {
                if (question.outdated && !question.askers.isEmpty()) {
                    question.outdated = false;
                    question.roster = null;
                    break;
                }
                next = question.askers.poll();
                if (next == null) {
                    settle(conversation, question);
                    return;
                }
            }
            outcome.tell(next);
        }
        read(conversation, question);
    }

    /** Guarded by {@link #held}. */
    private void settle(String conversation, Question question) {
        question.settled = question.roster != null && !question.outdated;
        if (!question.settled) {
            held.remove(conversation, question);
        }
    }
}
