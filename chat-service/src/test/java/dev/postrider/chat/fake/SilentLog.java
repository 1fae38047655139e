package dev.postrider.chat.fake;

import dev.postrider.chat.journal.Journal;
import dev.postrider.contracts.frame.Event;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log that acknowledges what the test lets it, when the test says so, in the order in which it says so. Thread-safe. */
public final class SilentLog implements Journal {
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Event> holds = new CopyOnWriteArrayList<>();

    private record Asked(Event event, CompletableFuture<Event> answer) {}

    @Override
    public CompletionStage<Event> append(Event event) {
        CompletableFuture<Event> answer = new CompletableFuture<>();
        asked.add(new Asked(event, answer));
        return answer;
    }

    @Override
    public boolean open() {
        return true;
    }

    /** How many records were handed over. */
    public int handedOver() {
        return asked.size();
    }

    /** The record that was handed over as the so-manieth comes into the log now, and is acknowledged. */
    public void takes(int which) {
        Asked one = asked.get(which);
        Event stamped;
        synchronized (holds) {
            stamped = one.event().stamped(holds.size() + 1, Instant.EPOCH);
            holds.add(stamped);
        }
        one.answer().complete(stamped);
    }

    /** What the log holds, in its order. */
    public List<Event> holds() {
        return List.copyOf(holds);
    }
}
