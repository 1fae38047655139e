package dev.postrider.simulator;

import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The topics. What stands here stays; how it gets here and back is the matter of those who use it. */
final class Broker {
    private final Timeline time;
    private final List<List<Event>> log = new ArrayList<>();
    private final TreeMap<Integer, List<Channelled>> channels = new TreeMap<>();
    private final Map<Event, Long> handed = new IdentityHashMap<>();
    private final List<ControlRecord> control = new ArrayList<>();

    /** A record on a user channel. */
    record Channelled(String incarnation, List<String> recipients, byte[] frame) {}

    Broker(Timeline time) {
        this.time = time;
        for (int partition = 0; partition < LogPartitions.COUNT; partition++) {
            log.add(new ArrayList<>());
        }
    }

    /** @param handedAt when its node gave it away */
    Event append(Event event, long handedAt) {
        List<Event> partition = log.get(LogPartitions.of(event.conversation()));
        Event stamped = event.stamped(Position.of(0, partition.size()), Instant.EPOCH.plusMillis(time.now()));
        partition.add(stamped);
        handed.put(stamped, handedAt);
        time.note(() -> "log: " + stamped.getClass().getSimpleName() + " at " + stamped.position());
        return stamped;
    }

    /** When the record at that position was given away by its node. */
    long handedAt(String conversation, long position) {
        Event record = log.get(LogPartitions.of(conversation)).get((int) Position.offset(position));
        return Objects.requireNonNull(handed.get(record));
    }

    List<Event> log(int partition) {
        return log.get(partition);
    }

    LogVector ends() {
        return LogVector.of(0, log.stream().mapToLong(List::size).toArray());
    }

    List<Channelled> channel(int channel) {
        return channels.computeIfAbsent(channel, none -> new ArrayList<>());
    }

    List<ControlRecord> control() {
        return control;
    }
}
