package dev.postrider.chat.session;

import dev.postrider.contracts.frame.CloseCode;

/**
 * <pre>
 *   Opening ──greeted──► Live ──told to leave──► Draining
 *      │                  │                         │
 *      └──────close───────┴──────────close──────────┴──────► Closed
 * </pre>
 *
 * <p>An opening session is registered and may already receive events: they follow its {@code welcome}, because its
 * outbox keeps them back until then. A live session may be greeted again and stays live.
 */
sealed interface SessionState {
    /** Registered; its channel is being taken. */
    record Opening() implements SessionState {}

    /** Greeted; frames flow both ways. */
    record Live() implements SessionState {}

    /** Asked to go elsewhere; frames still flow both ways. */
    record Draining() implements SessionState {}

    /** Given up for this reason; nothing is written any more. */
    record Closed(CloseCode code) implements SessionState {}

    /** Whether frames may be written now. */
    default boolean writable() {
        return switch (this) {
            case Opening opening -> false;
            case Live live -> true;
            case Draining draining -> true;
            case Closed closed -> false;
        };
    }
}
