package dev.postrider.simulator;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameTypes;
import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.Target;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.history.fold.BatchFold;
import dev.postrider.history.fold.Changes;
import dev.postrider.history.fold.LogEvent;
import dev.postrider.history.fold.LogEvent.Identity;
import dev.postrider.history.fold.MessageKey;
import dev.postrider.history.fold.MessageState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of history. What a batch does to them is decided by history's own fold; the statements around it, compare and
 * set among them, are played here (the real ones stand in CompareAndSetTest).
 */
final class Archive {
    private static final Map<Class<?>, String> TYPES = FrameTypes.events().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private final @Nullable Rule without;
    private final long[] progress = new long[LogPartitions.COUNT];
    private final Map<Identity, Long> lowest = new HashMap<>();
    private final Map<Identity, Holder> holders = new HashMap<>();
    private final Map<MessageKey, MessageState> messages = new HashMap<>();
    private final Set<MessageKey> dead = new HashSet<>();
    private final List<List<Event>> stored = new ArrayList<>();
    private @Nullable String twice;

    Archive(@Nullable Rule without) {
        this.without = without;
        for (int partition = 0; partition < LogPartitions.COUNT; partition++) {
            stored.add(new ArrayList<>());
        }
    }

    LogVector progress() {
        return LogVector.of(0, progress);
    }

    long next(int partition) {
        return progress[partition];
    }

    /** One transaction. False where another writer was faster: nothing is stored then. */
    boolean store(int partition, long from, List<Event> events) {
        if (progress[partition] != from && without != Rule.COMPARE_AND_SET) {
            return false;
        }
        if (progress[partition] != from) {
            twice = "partition %d was set from %d back to %d".formatted(partition, progress[partition], from);
        }
        progress[partition] = from + events.size();
        fold(told(events));
        stored.get(partition).addAll(events);
        return true;
    }

    private List<LogEvent> told(List<Event> events) {
        List<LogEvent> all =
                events.stream().map(event -> new LogEvent(event, false)).toList();
        for (LogEvent one : all) {
            Identity identity = one.identity();
            if (identity != null && lowest.putIfAbsent(identity, one.event().position()) == null) {
                String type = Objects.requireNonNull(TYPES.get(one.event().getClass()));
                holders.put(
                        identity,
                        new Holder(one.event().position(), type, one.event().at()));
            }
        }
        return without == Rule.REPEATS_ARE_DEAD ? all : LogEvent.marked(all, lowest);
    }

    private void fold(List<LogEvent> events) {
        List<LogEvent> taken = without == Rule.DELETION_DROPS_TEXT
                ? events.stream()
                        .filter(one -> !(one.event() instanceof Event.Deleted))
                        .toList()
                : events;
        Changes changes = BatchFold.fold(taken, messages, Map.of());
        changes.sent().forEach(state -> messages.put(state.key(), state));
        changes.changed().forEach(state -> messages.put(state.key(), state));
        changes.others().stream().filter(LogEvent::dead).forEach(one -> dead.add(key(one.event())));
    }

    Optional<Holder> holder(String conversation, String from, String id) {
        return Optional.ofNullable(holders.get(new Identity(conversation, from, id)));
    }

    Optional<Target> target(String conversation, long position) {
        return Optional.ofNullable(messages.get(new MessageKey(conversation, position)))
                .map(state -> new Target(
                        conversation,
                        position,
                        state.message().from(),
                        state.message().id(),
                        "message",
                        state.isDeleted()));
    }

    /** What happened in a conversation from a position on, without what is dead or deleted. */
    List<Event> since(String conversation, long position) {
        return stored.get(LogPartitions.of(conversation)).stream()
                .filter(event -> event.position() >= position
                        && event.conversation().equals(conversation)
                        && !isDead(conversation, event.position()))
                .map(this::withoutDeletedText)
                .toList();
    }

    /** A repeat, or an event that came too late to have an effect. */
    boolean isDead(String conversation, long position) {
        return dead.contains(new MessageKey(conversation, position));
    }

    private static MessageKey key(Event event) {
        return new MessageKey(event.conversation(), event.position());
    }

    private Event withoutDeletedText(Event event) {
        return event instanceof Event.Message message
                        && Optional.ofNullable(messages.get(key(message)))
                                .map(MessageState::isDeleted)
                                .orElse(false)
                ? People.message(message.conversation(), message.from(), message.id(), "[deleted]")
                        .stamped(message.position(), message.at())
                : event;
    }

    /** What a fresh snapshot shows. */
    Map<Long, String> shown(String conversation) {
        Map<Long, String> shown = new TreeMap<>();
        messages.values().stream()
                .filter(state -> state.message().conversation().equals(conversation))
                .forEach(state -> shown.put(state.message().position(), line(state)));
        return shown;
    }

    private static String line(MessageState state) {
        return state.isDeleted()
                ? "(deleted)"
                : state.message().from().substring(20) + ": "
                        + Objects.requireNonNull(state.text()).body();
    }

    /** Whether the text of that message stands in the tables. */
    boolean keepsText(String conversation, long position) {
        return Optional.ofNullable(messages.get(new MessageKey(conversation, position)))
                .map(state -> state.text() != null)
                .orElse(false);
    }

    /** What was stored twice; null where nothing was. */
    @Nullable
    String twice() {
        return twice;
    }
}
