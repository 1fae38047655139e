package dev.postrider.simulator;

import dev.postrider.chat.journal.Journal;
import dev.postrider.chat.journal.UnknownOutcomeException;
import dev.postrider.contracts.frame.Event;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One node's producer: in order, sometimes slow, sometimes without an answer though the record arrives, even long after
 * the node gave up or died.
 */
final class NodeLog implements Journal {
    private static final long UNKNOWN_AFTER = 2_500;

    private final Timeline time;
    private final Host host;
    private final Broker broker;
    private final Wire wire;
    private final int troublePercent;
    private int underWay;
    private int underWayMost;

    NodeLog(Timeline time, Host host, Broker broker, int troublePercent) {
        this.time = time;
        this.host = host;
        this.broker = broker;
        this.wire = new Wire(time);
        this.troublePercent = troublePercent;
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public CompletionStage<Event> append(Event event) {
        CompletableFuture<Event> outcome = new CompletableFuture<>();
        if (event instanceof Event.Identified) {
            underWayMost = Math.max(underWayMost, ++underWay);
            outcome.whenComplete((stamped, unknown) -> underWay--);
        }
        long handedAt = time.now();
        boolean trouble = time.now() < Play.TROUBLE_UNTIL && time.chance(troublePercent);
        boolean arrives = !trouble || time.chance(70);
        boolean answered = !trouble || time.chance(30);
        wire.send(trouble ? time.between(200, 4_000) : time.between(1, 40), () -> {
            if (arrives) {
                Event stamped = broker.append(event, handedAt);
                if (answered) {
                    host.later(time.between(1, 40), () -> outcome.complete(stamped));
                }
            }
        });
        if (trouble) {
            host.later(UNKNOWN_AFTER, () -> outcome.completeExceptionally(new UnknownOutcomeException("no answer")));
        }
        return outcome;
    }

    /** The most appends that were under way at once, marks aside. */
    int underWayMost() {
        return underWayMost;
    }
}
