package dev.postrider.chat.flag;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that somebody thinks an administrator should see. */
public record Flag(
        String id,
        String conversation,
        long position,
        String by,
        @Nullable String reason,
        State state,
        Instant createdAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** What was decided. */
    public enum State {
        open,
        /** The message stays. */
        kept,
        /** The message was deleted for everybody. */
        removed
    }

    Flag decided(State next, String administrator, Instant at) {
        return new Flag(
                id,
                conversation,
                position,
                by,
                reason,
                next,
                createdAt,
                next == State.open ? null : administrator,
                next == State.open ? null : at);
    }
}
