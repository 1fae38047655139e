package dev.postrider.history.fold;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rule.ConversationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds a batch, given the older messages and rooms it speaks of. Judges form, never right: only an edit by somebody
 * else than the author, the other one's deletion in a direct conversation (an administrator's counts), and events about what is no message, or deleted
 * already, have no effect; chat-service never writes such, but for two that raced. Not thread-safe; one batch each.
 */
public final class BatchFold {
    private final Map<MessageKey, MessageState> messages = new LinkedHashMap<>();
    private final Set<MessageKey> sent = new LinkedHashSet<>();
    private final Set<MessageKey> changed = new LinkedHashSet<>();
    private final Map<String, RoomState> knownRooms;
    private final Map<String, RoomState> rooms = new LinkedHashMap<>();
    private final List<Event> lines = new ArrayList<>();
    private final List<LogEvent> others = new ArrayList<>();
    private final Registers<Object, Register> registers = new Registers<>();
    private final List<Ending> endings = new ArrayList<>();
    private final Map<String, Head> heads = new LinkedHashMap<>();

    private BatchFold(Map<MessageKey, MessageState> known, Map<String, RoomState> knownRooms) {
        this.messages.putAll(known);
        this.knownRooms = knownRooms;
    }

    /** What these events, in the order of the log, do to the tables. */
    public static Changes fold(
            List<LogEvent> events, Map<MessageKey, MessageState> known, Map<String, RoomState> knownRooms) {
        BatchFold fold = new BatchFold(known, knownRooms);
        events.forEach(fold::take);
        return fold.changes();
    }

    private Changes changes() {
        return new Changes(
                states(sent), states(changed), lines, others, registers.values(), rooms, endings, heads.values());
    }

    private List<MessageState> states(Set<MessageKey> keys) {
        return keys.stream().map(messages::get).toList();
    }

    private void take(LogEvent one) {
        if (one.dead()) {
            others.add(one);
            return;
        }
        switch (one.event()) {
            case Event.Message message -> message(message);
            case Event.Edited edited -> other(edited, edit(edited));
            case Event.Deleted deleted -> other(deleted, delete(deleted));
            case Event.Reacted reacted -> other(reacted, react(reacted));
            case Event.Pinned pinned -> other(pinned, pin(pinned));
            case Event.Voided voided -> other(voided, true);
            case Event.Read read -> mark(read, read.from(), Register.Mark.Kind.READ, read.upTo());
            case Event.Delivered got -> mark(got, got.from(), Register.Mark.Kind.DELIVERED, got.upTo());
            case Event.Joined joined -> join(joined);
            case Event.Left left -> leave(left);
            case Event.Role role -> role(role);
            case Event.Room room -> room(room);
            case Event.Mine mine -> mine(mine);
            case Event.Blocked blocked -> other(blocked, true);
        }
    }

    private void message(Event.Message message) {
        MessageState state = MessageState.sent(message);
        messages.put(state.key(), state);
        sent.add(state.key());
        head(Head.message(message.conversation(), message.position(), message.at()));
    }

    private boolean edit(Event.Edited edit) {
        MessageState target = living(edit);
        if (target == null || !target.message().from().equals(edit.from())) {
            return false;
        }
        put(target.edited(edit));
        return true;
    }

    private boolean delete(Event.Deleted deletion) {
        MessageState target = living(deletion);
        boolean others =
                !(ConversationId.parse(deletion.conversation()).orElse(null) instanceof ConversationId.Direct direct)
                        || !direct.has(deletion.from());
        if (target == null || !(others || target.message().from().equals(deletion.from()))) {
            return false;
        }
        put(target.deleted(deletion));
        return true;
    }

    private boolean react(Event.Reacted event) {
        MessageState target = living(event);
        if (target != null) {
            set(
                    List.of(target.key(), event.emoji(), event.from()),
                    new Register.Reaction(
                            target.key(), event.emoji(), event.from(), event.on(), event.position(), event.at()));
        }
        return target != null;
    }

    private boolean pin(Event.Pinned event) {
        MessageState target = living(event);
        if (target != null) {
            set(target.key(), new Register.Pin(target.key(), event.on(), event.from(), event.position(), event.at()));
        }
        return target != null;
    }

    /** The newest reading counts. What has reached a device stays so: there the highest counts; reading implies it. */
    private void mark(Event event, String user, Register.Mark.Kind kind, long upTo) {
        long clamped = Math.min(upTo, event.position());
        if (kind == Register.Mark.Kind.READ) {
            mark(new Register.Mark(event.conversation(), user, kind, clamped, event.position(), event.at()));
        }
        mark(new Register.Mark(event.conversation(), user, Register.Mark.Kind.DELIVERED, clamped, clamped, event.at()));
        other(event, true);
    }

    private void mark(Register.Mark mark) {
        set(List.of(mark.conversation(), mark.user(), mark.kind()), mark);
    }

    private void mine(Event.Mine event) {
        String user = LogEvent.sender(event);
        set(
                List.of("mine", user, event.about()),
                new Register.Mine(user, event.about(), event.mine(), event.position(), event.at()));
        other(event, true);
    }

    private void join(Event.Joined event) {
        long change = orPosition(event.change(), event);
        for (String user : event.users()) {
            presence(event, user, true, change);
            roleOf(event.conversation(), user, event.role(), change);
        }
        line(event, event.at());
    }

    private void leave(Event.Left event) {
        presence(event, event.user(), false, orPosition(event.change(), event));
        line(event, event.at());
    }

    private void role(Event.Role event) {
        roleOf(event.conversation(), event.user(), event.role(), orPosition(event.change(), event));
        line(event, event.at());
    }

    private void room(Event.Room event) {
        String id = event.conversation();
        RoomState before = rooms.getOrDefault(id, knownRooms.getOrDefault(id, RoomState.UNKNOWN));
        long change = orPosition(event.change(), event);
        rooms.put(id, before.with(event.changed(), change));
        if (event.changed().ends()) {
            endings.add(new Ending(id, event.position(), change));
        }
        line(event, event.at());
    }

    /**
     * Each counts by itself, not only the last of a batch: a joining and a leaving leave different things behind (from
     * where on, and up to where one may read), and tables must not tell how the log was cut into batches.
     */
    private void presence(Event event, String user, boolean present, long change) {
        set(
                List.of("presence", event.conversation(), user, event.position()),
                new Register.Presence(event.conversation(), user, present, change, event.position(), event.at()));
    }

    private void roleOf(String conversation, String user, Event.Role.Name role, long change) {
        set(List.of("role", conversation, user), new Register.Role(conversation, user, role, change));
    }

    private void line(Event event, Instant at) {
        lines.add(event);
        head(Head.line(event.conversation(), event.position(), at));
    }

    private void other(Event event, boolean effective) {
        others.add(new LogEvent(event, !effective));
        if (effective) {
            head(Head.event(event.conversation(), event.position()));
        }
    }

    private @Nullable MessageState living(Event event) {
        MessageKey key = LogEvent.target(event);
        MessageState target = key == null || key.position() >= event.position() ? null : messages.get(key);
        return target == null || target.isDeleted() ? null : target;
    }

    private void put(MessageState state) {
        messages.put(state.key(), state);
        if (!sent.contains(state.key())) {
            changed.add(state.key());
        }
    }

    private void set(Object key, Register register) {
        registers.set(key, register);
    }

    private void head(Head head) {
        heads.merge(head.conversation(), head, Head::and);
    }

    private static long orPosition(@Nullable Long change, Event event) {
        return change == null ? event.position() : change;
    }
}
