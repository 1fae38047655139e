package dev.postrider.simulator;

import dev.postrider.chat.message.Holders;
import dev.postrider.chat.message.MessageKey;
import dev.postrider.chat.message.Targets;
import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.Target;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** History-service: two consumers that may both think a partition theirs, and the questions that it answers. */
final class History {
    private static final long LOOKS_AGAIN_AFTER = 50;
    private static final int LOOKS_MAX = 200;

    private final Timeline time;
    private final Broker broker;
    private final Archive archive;
    private final @Nullable Rule without;
    private final Set<Integer> partitions;
    private int owner;
    private final Host[] consumers;

    /** The answer of sync: null where history is behind. */
    record Synced(List<Event> events, LogVector next) {}

    History(Timeline time, Broker broker, Archive archive, @Nullable Rule without, Set<String> conversations) {
        this.time = time;
        this.broker = broker;
        this.archive = archive;
        this.without = without;
        this.partitions = new HashSet<>(
                conversations.stream().map(LogPartitions::of).sorted().toList());
        this.consumers = new Host[] {new Host(time), new Host(time)};
        for (int consumer = 0; consumer < consumers.length; consumer++) {
            int mine = consumer;
            partitions.stream().sorted().forEach(partition -> read(mine, partition));
        }
    }

    /** The one at work stands still, in a batch or not; after some time the other one takes over. */
    void standStill(long millis) {
        time.note(() -> "a history consumer stands still for " + millis);
        consumers[owner].standStill(millis);
        int next = 1 - owner;
        time.after(Math.min(millis, 400), () -> owner = next);
    }

    private void read(int consumer, int partition) {
        Host host = consumers[consumer];
        if (owner != consumer) {
            host.later(300, () -> read(consumer, partition));
            return;
        }
        long from = archive.next(partition);
        List<Broker.Appended> log = broker.log(partition);
        int to = (int) Math.min(log.size(), from + time.between(1, 6));
        List<Broker.Appended> records = List.copyOf(log.subList((int) from, to));
        long needed = records.isEmpty() && time.now() > Play.QUIET_AT ? 250 : time.between(10, 90);
        host.later(needed, () -> {
            if (!records.isEmpty()) {
                archive.store(Polled.batch(partition, from, records, without != Rule.NEWER_SCHEMA_WAITS));
            }
            read(consumer, partition);
        });
    }

    /** Fills other tables with what the log holds, in batches that are cut otherwise. */
    Archive rebuilt() {
        Archive anew = new Archive(null);
        for (int partition : partitions.stream().sorted().toList()) {
            List<Broker.Appended> log = broker.log(partition);
            int from = without == Rule.REBUILD_FROM_THE_FIRST ? anew.skip(partition, log.size() / 4) : 0;
            while (from < log.size()) {
                int to = (int) Math.min(log.size(), from + time.between(1, 60));
                anew.store(Polled.batch(partition, from, List.copyOf(log.subList(from, to)), true));
                from = to;
            }
        }
        return anew;
    }

    Holders holders(Host asker) {
        return (key, past) -> {
            CompletableFuture<Holder> answer = new CompletableFuture<>();
            time.after(time.between(1, 10), () -> name(key, past, LOOKS_MAX, asker, answer));
            return answer;
        };
    }

    private void name(MessageKey key, long past, int looks, Host asker, CompletableFuture<Holder> answer) {
        int partition = LogPartitions.of(key.conversation());
        boolean read =
                past < 0 || without == Rule.HISTORY_READS_PAST || archive.next(partition) > Position.offset(past);
        if (!read && looks > 0) {
            time.after(LOOKS_AGAIN_AFTER, () -> name(key, past, looks - 1, asker, answer));
            return;
        }
        Holder own = new Holder(past, "message", java.time.Instant.EPOCH);
        Optional<Holder> named = without == Rule.HISTORY_NAMES_THE_HOLDER
                ? Optional.of(own)
                : archive.holder(key.conversation(), key.userId(), key.id())
                        .or(() -> without == Rule.HISTORY_READS_PAST ? Optional.of(own) : Optional.empty());
        asker.later(time.between(1, 10), () -> {
            if (read && named.isPresent()) {
                answer.complete(named.orElseThrow());
            } else {
                answer.completeExceptionally(new IllegalStateException("history cannot tell"));
            }
        });
    }

    Targets targets(Host asker) {
        return (conversation, position) -> {
            CompletableFuture<Optional<Target>> answer = new CompletableFuture<>();
            time.after(time.between(1, 10), () -> {
                boolean read = archive.next(LogPartitions.of(conversation)) > Position.offset(position);
                Optional<Target> found = archive.target(conversation, position)
                        .map(target -> without == Rule.TARGET_IS_CHECKED ? People.byTheOther(target) : target);
                asker.later(time.between(1, 10), () -> {
                    if (read) {
                        answer.complete(found);
                    } else {
                        answer.completeExceptionally(new IllegalStateException("history has not read so far"));
                    }
                });
            });
            return answer;
        };
    }

    /** All that changed behind a cursor, once everything below {@code through} is stored. */
    void sync(String user, LogVector cursor, LogVector through, Consumer<@Nullable Synced> answer) {
        if (without == Rule.ACCESS_WITH_THE_ROWS) {
            Archive.Place before = archive.place(user);
            time.after(time.between(1, 300), () -> read(user, cursor, through, before, answer));
        } else {
            read(user, cursor, through, null, answer);
        }
    }

    private void read(
            String user,
            LogVector cursor,
            LogVector through,
            Archive.@Nullable Place before,
            Consumer<@Nullable Synced> answer) {
        time.after(time.between(1, 30), () -> {
            Archive.Place place = before == null ? archive.place(user) : before;
            LogVector read = archive.progress();
            Synced synced = !read.covers(through)
                    ? null
                    : new Synced(
                            People.conversationsOf(user).stream()
                                    .flatMap(one ->
                                            archive.since(one, cursor.positionAt(LogPartitions.of(one))).stream())
                                    .filter(event ->
                                            !event.conversation().equals(Yard.ROOM) || place.mayRead(event.position()))
                                    .toList(),
                            read);
            time.after(time.between(1, 30), () -> answer.accept(synced));
        });
    }
}
