package dev.postrider.history.fold;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.Settings;
import java.time.Instant;

/** What an event sets besides a message's own text; per key the highest {@link #order} wins. */
public sealed interface Register extends Registers.Ordered {

    /** One user's one emoji under one message. */
    record Reaction(MessageKey target, String emoji, String user, boolean present, long order, Instant at)
            implements Register {}

    /** Whether a message is pinned, and by whom. */
    record Pin(MessageKey target, boolean present, String user, long order, Instant at) implements Register {}

    /** How far somebody has got; {@code upTo} never lies beyond the event itself. */
    record Mark(String conversation, String user, Kind kind, long upTo, long order, Instant at) implements Register {
        public enum Kind {
            READ,
            DELIVERED
        }
    }

    /** One's own settings of a conversation. */
    record Mine(String user, String about, Settings.Mine settings, long order, Instant at) implements Register {}

    /**
     * Whether somebody is a member.
     *
     * @param order the room's change number
     * @param position of the event that said so
     */
    record Presence(String conversation, String user, boolean present, long order, long position, Instant at)
            implements Register {}

    /** A member's role; order is the room's change number. */
    record Role(String conversation, String user, Event.Role.Name name, long order) implements Register {}
}
