package dev.postrider.chat.message;

import dev.postrider.chat.time.Ticker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The turns that were taken on this node. Bounded: the longest untouched are forgotten. Thread-safe. */
public final class HeldTurns implements SlowMode {
    private static final int TURNS_MAX = 20_000;

    private final Ticker ticker;
    private final Map<Place, Turn> held = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Turn> eldest) {
            return size() > TURNS_MAX;
        }
    };

    private record Place(String user, String conversation) {}

    private record Turn(String id, long atMillis) {}

    public HeldTurns(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public CompletionStage<Long> take(String user, String conversation, String id, long everyMillis) {
        synchronized (held) {
            long wait = wait(user, conversation, id, everyMillis);
            if (wait == 0) {
                hold(user, conversation, id);
            }
            return CompletableFuture.completedFuture(wait);
        }
    }

    /** 0 where a turn could be taken. */
    long wait(String user, String conversation, String id, long everyMillis) {
        synchronized (held) {
            Turn turn = held.get(new Place(user, conversation));
            return turn == null || turn.id().equals(id)
                    ? 0
                    : Math.max(0, turn.atMillis() + everyMillis - ticker.millis());
        }
    }

    /** Also where another one is held. */
    void hold(String user, String conversation, String id) {
        synchronized (held) {
            Place place = new Place(user, conversation);
            Turn turn = held.get(place);
            if (turn == null || !turn.id().equals(id)) {
                held.put(place, new Turn(id, ticker.millis()));
            }
        }
    }
}
