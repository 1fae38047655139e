package dev.postrider.simulator;

import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The topics. What stands here stays; how it gets here and back is the matter of those who use it. */
final class Broker {
    private final Timeline time;
    private final List<List<Appended>> log = new ArrayList<>();
    private final TreeMap<Integer, List<Channelled>> channels = new TreeMap<>();
    private final List<ControlRecord> control = new ArrayList<>();

    /** A record of the log, as it is and as bytes. */
    record Appended(Event event, byte[] value, long handedAt) {}

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
        List<Appended> partition = log.get(LogPartitions.of(event.conversation()));
        Event stamped = event.stamped(Position.of(0, partition.size()), Instant.EPOCH.plusMillis(time.now()));
        partition.add(new Appended(stamped, LogCodec.write(event), handedAt));
        time.note(() -> "log: " + stamped.getClass().getSimpleName() + " at " + stamped.position());
        return stamped;
    }

    /** When the record at that position was given away by its node. */
    long handedAt(String conversation, long position) {
        return log.get(LogPartitions.of(conversation))
                .get((int) Position.offset(position))
                .handedAt();
    }

    /** A node of a later version writes, in a schema that history cannot read until it is upgraded too. */
    void appendNewer(Event event) {
        int partition = LogPartitions.of(event.conversation());
        Event stamped = append(event, time.now());
        Appended known = log.get(partition).removeLast();
        String newer = new String(known.value(), StandardCharsets.UTF_8)
                .replace("\"schema\":" + LogCodec.SCHEMA, "\"schema\":" + (LogCodec.SCHEMA + 1));
        log.get(partition).add(new Appended(stamped, newer.getBytes(StandardCharsets.UTF_8), known.handedAt()));
        time.after(time.between(500, 3_000), () -> {
            time.note(() -> "history is upgraded");
            log.get(partition).set((int) Position.offset(stamped.position()), known);
        });
    }

    List<Appended> log(int partition) {
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
