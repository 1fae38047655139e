package dev.postrider.simulator;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.FrameTypes;
import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.Target;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.history.fold.Changes;
import dev.postrider.history.fold.LogEvent;
import dev.postrider.history.fold.LogEvent.Identity;
import dev.postrider.history.fold.MessageKey;
import dev.postrider.history.fold.MessageState;
import dev.postrider.history.fold.Register;
import dev.postrider.history.fold.RoomState;
import dev.postrider.history.store.Batch;
import dev.postrider.history.store.BatchStep;
import dev.postrider.history.store.BatchTables;
import io.smallrye.mutiny.Uni;
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
 * The tables of history. In which order a batch's transaction works and what it does to them is decided by history's own
 * classes; the statements, compare and set among them, are played here (the real ones stand in CompareAndSetTest).
 */
final class Archive implements BatchTables {
    private static final Map<Class<?>, String> TYPES = FrameTypes.events().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private final @Nullable Rule without;
    private final long[] progress = new long[LogPartitions.COUNT];
    private final Map<Identity, Long> lowest = new HashMap<>();
    private final Map<Identity, Holder> holders = new HashMap<>();
    private final Map<MessageKey, MessageState> messages = new HashMap<>();
    private final Map<List<Object>, Register.Reaction> reactions = new HashMap<>();
    private final Set<MessageKey> dead = new HashSet<>();
    private final List<List<Event>> stored = new ArrayList<>();
    private final Map<String, Place> yard = new HashMap<>();
    private @Nullable String twice;

    Archive(@Nullable Rule without) {
        this.without = without;
        for (int partition = 0; partition < LogPartitions.COUNT; partition++) {
            stored.add(new ArrayList<>());
        }
    }

    /**
     * What somebody is or was to the yard.
     *
     * @param since the position of the newest joining
     * @param until the position of the newest leaving
     */
    record Place(boolean present, long change, long since, long until) {
        static final Place NEVER = new Place(false, -1, -1, -1);

        Place with(Register.Presence one) {
            boolean newer = one.order() > change;
            return new Place(
                    newer ? one.present() : present,
                    Math.max(change, one.order()),
                    Math.max(since, one.present() ? one.position() : -1),
                    Math.max(until, one.present() ? -1 : one.position()));
        }

        /** Members from their joining on; who left, up to that. */
        boolean mayRead(long position) {
            return change >= 0 && position >= since && (present || position <= until);
        }
    }

    Place place(String user) {
        return yard.getOrDefault(user, Place.NEVER);
    }

    /** Every record of a conversation, dead ones too, in the order of the log. */
    List<Event> stored(String conversation) {
        return stored.get(LogPartitions.of(conversation)).stream()
                .filter(event -> event.conversation().equals(conversation))
                .toList();
    }

    /** As if everything before had been stored. */
    int skip(int partition, int to) {
        progress[partition] = to;
        return to;
    }

    LogVector progress() {
        return LogVector.of(0, progress);
    }

    long next(int partition) {
        return progress[partition];
    }

    /** One transaction; where another writer was faster it does nothing. */
    void store(Batch batch) {
        if (!batch.spans().isEmpty()) {
            BatchStep.store(this, batch)
                    .subscribe()
                    .with(written -> written.ifPresent(done -> batch.events()
                            .forEach(event -> stored.get(LogPartitions.of(event.conversation()))
                                    .add(event))));
        }
    }

    @Override
    public Uni<Boolean> move(Batch batch) {
        for (Batch.Span span : batch.spans()) {
            if (progress[span.partition()] != span.from()) {
                if (without != Rule.COMPARE_AND_SET) {
                    return Uni.createFrom().item(false);
                }
                twice = "partition %d was set from %d back to %d"
                        .formatted(span.partition(), progress[span.partition()], span.from());
            }
        }
        batch.spans().forEach(span -> progress[span.partition()] = span.to());
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Map<Identity, Long>> hold(List<LogEvent> events) {
        for (LogEvent one : events) {
            Identity identity = one.identity();
            if (identity != null && lowest.putIfAbsent(identity, one.event().position()) == null) {
                String type = Objects.requireNonNull(TYPES.get(one.event().getClass()));
                holders.put(
                        identity,
                        new Holder(one.event().position(), type, one.event().at()));
            }
        }
        return Uni.createFrom().item(without == Rule.REPEATS_ARE_DEAD ? Map.of() : lowest);
    }

    @Override
    public Uni<Map<MessageKey, MessageState>> messages(List<LogEvent> events) {
        return Uni.createFrom().item(without == Rule.NOTHING_BEHIND_DELETION ? asIfAlive() : messages);
    }

    @Override
    public Uni<Map<String, RoomState>> rooms(List<LogEvent> events) {
        return Uni.createFrom().item(Map.of());
    }

    @Override
    public Uni<Void> write(Changes changes) {
        changes.sent().forEach(this::put);
        changes.changed().forEach(this::put);
        changes.registers(Register.Presence.class)
                .forEach(one -> yard.merge(one.user(), Place.NEVER.with(one), (old, ignored) -> old.with(one)));
        changes.registers(Register.Reaction.class)
                .forEach(one -> reactions.merge(
                        List.of(one.target(), one.emoji(), one.user()),
                        one,
                        (old, given) -> given.order() > old.order() ? given : old));
        changes.others().stream().filter(LogEvent::dead).forEach(one -> dead.add(key(one.event())));
        return Uni.createFrom().voidItem();
    }

    private void put(MessageState state) {
        boolean keeps = without == Rule.DELETION_DROPS_TEXT && state.isDeleted();
        messages.put(state.key(), keeps ? withText(state) : state);
    }

    private Map<MessageKey, MessageState> asIfAlive() {
        Map<MessageKey, MessageState> alive = new HashMap<>();
        messages.forEach((key, state) -> alive.put(key, new MessageState(state.message(), state.texts(), null)));
        return alive;
    }

    private static MessageState withText(MessageState deleted) {
        return new MessageState(
                deleted.message(), MessageState.sent(deleted.message()).texts(), deleted.deletion());
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
                        && !isDead(conversation, event.position())
                        && !(event instanceof Event.Edited edited && isDeleted(conversation, edited.target()))
                        && !(event instanceof Event.Reacted reacted && isDeleted(conversation, reacted.target())))
                .map(this::withoutDeletedText)
                .toList();
    }

    /** A repeat, or an event that came too late to have an effect. */
    boolean isDead(String conversation, long position) {
        return dead.contains(new MessageKey(conversation, position));
    }

    boolean isDeleted(String conversation, long position) {
        MessageState state = messages.get(new MessageKey(conversation, position));
        return state != null && state.isDeleted();
    }

    private static MessageKey key(Event event) {
        return new MessageKey(event.conversation(), event.position());
    }

    private Event withoutDeletedText(Event event) {
        return event instanceof Event.Message message && isDeleted(message.conversation(), message.position())
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

    private String line(MessageState state) {
        return state.isDeleted()
                ? "(deleted)"
                : View.words(
                        state.message().from(),
                        Objects.requireNonNull(state.text()).body(),
                        reactions.values().stream()
                                .filter(one -> one.target().equals(state.key()))
                                .map(Archive::reacted));
    }

    private static Event.Reacted reacted(Register.Reaction one) {
        String place = one.target().conversation();
        return new Event.Reacted(
                place, one.order(), "", one.target().position(), one.user(), one.at(), one.emoji(), one.present());
    }

    /** Everything that a table holds, to be compared with what another archive holds. */
    List<Object> tables() {
        return List.of(
                new HashMap<>(holders),
                new HashMap<>(messages),
                new HashMap<>(reactions),
                Set.copyOf(dead),
                Map.copyOf(yard));
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
