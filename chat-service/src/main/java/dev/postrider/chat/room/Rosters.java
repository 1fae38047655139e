package dev.postrider.chat.room;

import dev.postrider.chat.channel.Audience;
import dev.postrider.chat.channel.MembershipNotices;
import dev.postrider.chat.room.RosterSource.Reading;
import dev.postrider.chat.time.Timers;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rosters that this node holds, so that a message costs no look into the database.
 *
 * <p><b>Why none is held that is out of date.</b> A change is committed, then its notice is written, then heard here, then
 * {@link #forget} is called. A reading that began before that call is not put in its place afterwards, because it is
 * remembered by the question it answers, which {@code forget} took out of the map; one that began later sees the change.
 *
 * <ul>
 *   <li>The longest unused of {@code heldMax} are forgotten, and read again when they are needed.
 *   <li>Whether a conversation exists not is never held: it may a moment later.
 * </ul>
 *
 * <p>Thread-safe; nothing blocks.
 */
public final class Rosters implements MembershipNotices.Held {
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

    private final RosterSource source;
    private final Timers timers;
    private final Map<String, Question> held;

    /** Being read, or read. */
    private static final class Question {
        final CompletableFuture<Optional<Roster>> reading = new CompletableFuture<>();
        volatile @Nullable Roster roster;
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
            Question entry = held.get(conversation);
            return entry == null ? null : entry.roster;
        }
    }

    /** What is held, else what can be read; who asks while it is being read gets the same answer. */
    public CompletionStage<Optional<Roster>> of(String conversation) {
        Question mine;
        synchronized (held) {
            Question entry = held.get(conversation);
            if (entry != null) {
                return entry.reading;
            }
            mine = new Question();
            held.put(conversation, mine);
        }
        source.read(conversation).whenComplete((reading, away) -> answered(conversation, mine, reading, away));
        return mine.reading;
    }

    @Override
    public void forget(String conversation) {
        synchronized (held) {
            held.remove(conversation);
        }
    }

    @Override
    public void forgetAll() {
        synchronized (held) {
            held.clear();
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

    private void answered(
            String conversation, Question mine, @Nullable Optional<Reading> reading, @Nullable Throwable away) {
        Optional<Reading> found = reading == null ? Optional.empty() : reading;
        synchronized (held) {
            if (found.isPresent() && found.get().certain()) {
                mine.roster = found.get().roster();
            } else {
                held.remove(conversation, mine);
            }
        }
        if (away == null) {
            mine.reading.complete(found.map(Reading::roster));
        } else {
            mine.reading.completeExceptionally(away);
        }
    }
}
