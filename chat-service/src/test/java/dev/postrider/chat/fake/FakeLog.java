package dev.postrider.chat.fake;

import dev.postrider.chat.channel.LogEnds;
import dev.postrider.chat.journal.Journal;
import dev.postrider.chat.journal.UnknownOutcomeException;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Event.Identified;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The log in memory; offsets count over all partitions, which is stricter than needed. */
public final class FakeLog implements Journal, LogEnds {
    public final List<Event> events = new ArrayList<>();
    public boolean open = true;
    public boolean losesAnswers;
    public boolean holdsAppends;
    private final List<Runnable> held = new ArrayList<>();

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public CompletionStage<Event> append(Event event) {
        CompletableFuture<Event> answer = new CompletableFuture<>();
        boolean lost = losesAnswers;
        Runnable arrive = () -> {
            Event stamped = event.stamped(events.size(), Instant.EPOCH.plusSeconds(events.size()));
            events.add(stamped);
            if (lost) {
                answer.completeExceptionally(new UnknownOutcomeException("the answer was lost"));
            } else {
                answer.complete(stamped);
            }
        };
        if (holdsAppends) {
            held.add(arrive);
        } else {
            arrive.run();
        }
        return answer;
    }

    /** The oldest append under way reaches the log. */
    public void arriveOne() {
        held.removeFirst().run();
    }

    /** The lowest record that carries the key, as history would name it. */
    public Optional<Identified> holder(String from, String conversation, String id) {
        return events.stream()
                .filter(Identified.class::isInstance)
                .map(Identified.class::cast)
                .filter(one -> one.from().equals(from)
                        && one.conversation().equals(conversation)
                        && one.id().equals(id))
                .findFirst();
    }

    @Override
    public CompletionStage<LogVector> ask() {
        long[] next = new long[LogPartitions.COUNT];
        java.util.Arrays.fill(next, events.size());
        return CompletableFuture.completedFuture(LogVector.of(0, next));
    }
}
