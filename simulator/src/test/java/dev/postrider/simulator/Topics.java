package dev.postrider.simulator;

import dev.postrider.chat.channel.ChannelReader;
import dev.postrider.chat.channel.ChannelReceiver;
import dev.postrider.chat.channel.ControlLog;
import dev.postrider.chat.channel.LogEnds;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.topic.LogVector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One node's way to control topic and channels: in order, delayed, sometimes without an answer. */
final class Topics implements ChannelReader, LogEnds, ControlLog {
    private final Timeline time;
    private final Host host;
    private final Broker broker;
    private final @Nullable Rule without;
    private final Wire wire;
    private final Map<Integer, Integer> readNext = new TreeMap<>();
    private int controlNext;

    Topics(Timeline time, Host host, Broker broker, @Nullable Rule without) {
        this.time = time;
        this.host = host;
        this.broker = broker;
        this.without = without;
        this.wire = new Wire(time);
    }

    @Override
    public void write(ControlRecord record) {
        if (!time.chance(1)) {
            wire.send(time.between(1, 30), () -> broker.control().add(record));
        }
    }

    /** The same, and says when it stands there; what is lost is told again. */
    @Override
    public CompletionStage<Void> tell(ControlRecord record) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        wire.send(time.between(1, 30), () -> {
            broker.control().add(record);
            host.later(time.between(1, 30), () -> told.complete(null));
        });
        return told;
    }

    /** What was written since, or a part of it. */
    void readControl(Predicate<ControlRecord> heard, BiConsumer<ControlRecord, Long> reader) {
        int end = readTo(controlNext, broker.control().size());
        for (; controlNext < end; controlNext++) {
            ControlRecord record = broker.control().get(controlNext);
            if (heard.test(record)) {
                reader.accept(record, (long) controlNext);
            }
        }
    }

    void readChannels(ChannelReceiver receiver) {
        readNext.replaceAll((channel, next) -> {
            List<Broker.Channelled> records = broker.channel(channel);
            int end = readTo(next, records.size());
            for (int i = next; i < end; i++) {
                Broker.Channelled one = records.get(i);
                receiver.onRecord(one.incarnation(), one.recipients(), one.frame());
            }
            return end;
        });
    }

    private int readTo(int next, int size) {
        return time.chance(80) ? size : (int) time.between(next, size);
    }

    CompletableFuture<Void> publish(int channel, String incarnation, List<String> recipients, byte[] frame) {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        boolean lost = time.chance(1);
        wire.send(time.between(1, 40), () -> {
            if (!lost) {
                broker.channel(channel).add(new Broker.Channelled(incarnation, recipients, frame));
            }
            host.later(time.between(1, 40), () -> {
                if (lost || time.chance(1)) {
                    outcome.completeExceptionally(new IllegalStateException("not acknowledged"));
                } else {
                    outcome.complete(null);
                }
            });
        });
        return outcome;
    }

    @Override
    public void assign(int channel, Runnable positioned) {
        Runnable resolve = () -> readNext.put(channel, broker.channel(channel).size());
        if (without == Rule.POSITION_BEFORE_BIT) {
            host.later(time.between(1, 1_500), resolve);
            positioned.run();
        } else {
            host.later(time.between(1, 100), () -> {
                resolve.run();
                positioned.run();
            });
        }
    }

    @Override
    public void release(int channel) {
        readNext.remove(channel);
    }

    @Override
    public CompletableFuture<LogVector> ask() {
        CompletableFuture<LogVector> answer = new CompletableFuture<>();
        time.after(time.between(1, 40), () -> {
            LogVector ends = broker.ends();
            host.later(time.between(1, 40), () -> answer.complete(ends));
        });
        return answer;
    }
}
