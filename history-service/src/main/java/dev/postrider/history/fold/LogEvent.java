package dev.postrider.history.fold;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.rule.ConversationId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as the tables name it.
 *
 * @param dead a repeat: a lower position carries its id, or its room's change number
 */
public record LogEvent(Event event, boolean dead) {
    /** What names an event for ever: (conversation, sender, id), or a room's change number. */
    public record Identity(String conversation, String sender, String id) {}

    /** The same events; those whose identity a lower position holds are dead. */
    public static List<LogEvent> marked(List<LogEvent> events, Map<Identity, Long> lowest) {
        return events.stream()
                .map(one -> {
                    long position = one.event().position();
                    Identity identity = one.identity();
                    long held = identity == null ? position : lowest.getOrDefault(identity, position);
                    return new LogEvent(one.event(), held < position);
                })
                .toList();
    }

    /** What makes repeats of this event repeats; null where it has no such name. */
    public @Nullable Identity identity() {
        return switch (event) {
            case Event.Identified one -> new Identity(one.conversation(), one.from(), one.id());
            case Event.Joined joined -> ofChange(joined.change());
            case Event.Left left -> ofChange(left.change());
            case Event.Role role -> ofChange(role.change());
            case Event.Room room -> ofChange(room.change());
            case Event.Read ignored -> null;
            case Event.Delivered ignored -> null;
            case Event.Mine ignored -> null;
            case Event.Blocked ignored -> null;
        };
    }

    /** Who caused it: a user, or a feed; of one's own stream its owner. */
    public static String sender(Event event) {
        return switch (event) {
            case Event.Identified one -> one.from();
            case Event.Joined joined -> joined.from();
            case Event.Left left -> left.from();
            case Event.Role role -> role.from();
            case Event.Room room -> room.from();
            case Event.Read read -> read.from();
            case Event.Delivered delivered -> delivered.from();
            case Event.Mine mine -> owner(mine.conversation());
            case Event.Blocked blocked -> owner(blocked.conversation());
        };
    }

    /** The message that an event is about; null where it is about none. */
    public static @Nullable MessageKey target(Event event) {
        return switch (event) {
            case Event.Edited edited -> new MessageKey(edited.conversation(), edited.target());
            case Event.Deleted deleted -> new MessageKey(deleted.conversation(), deleted.target());
            case Event.Reacted reacted -> new MessageKey(reacted.conversation(), reacted.target());
            case Event.Pinned pinned -> new MessageKey(pinned.conversation(), pinned.target());
            default -> null;
        };
    }

    private @Nullable Identity ofChange(@Nullable Long change) {
        return change == null ? null : new Identity(event.conversation(), Internal.CHANGES, Internal.changeId(change));
    }

    private static String owner(String conversation) {
        return ConversationId.parse(conversation)
                .filter(ConversationId.Own.class::isInstance)
                .map(own -> ((ConversationId.Own) own).userId())
                .orElse(conversation);
    }
}
