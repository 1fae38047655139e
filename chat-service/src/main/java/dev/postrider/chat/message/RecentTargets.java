package dev.postrider.chat.message;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.internal.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What this node appended lately, so that a message can be edited before history has read it; history for the rest.
 * A deletion by another node may be missing here: history applies the same rule again at ingest, and the late edit is
 * dead there. Bounded by count; thread-safe.
 */
public final class RecentTargets implements Targets {
    private static final int TARGETS_MAX = 20_000;

    private final Targets history;
    private final Map<Place, Target> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Target> eldest) {
            return size() > TARGETS_MAX;
        }
    };

    private record Place(String conversation, long position) {}

    public RecentTargets(Targets history) {
        this.history = history;
    }

    @Override
    public CompletionStage<Optional<Target>> find(String conversation, long position) {
        Target known;
        synchronized (recent) {
            known = recent.get(new Place(conversation, position));
        }
        return known == null
                ? history.find(conversation, position)
                : CompletableFuture.completedFuture(Optional.of(known));
    }

    /** Learns from an event that was accepted here. */
    void learn(Event event) {
        if (event instanceof Event.Message message) {
            put(new Target(message.conversation(), message.position(), message.from(), message.id(), "message", false));
        } else if (event instanceof Event.Deleted deleted) {
            put(new Target(deleted.conversation(), deleted.target(), deleted.from(), deleted.id(), "message", true));
        }
    }

    private void put(Target target) {
        synchronized (recent) {
            recent.put(new Place(target.conversation(), target.position()), target);
        }
    }
}
