package dev.postrider.chat.presence;

import dev.postrider.contracts.rest.PresenceState;
import dev.postrider.contracts.rest.User;

/** Keeps one presence frame below the wire's 64 KiB by a safe estimate of each entry's bytes. */
final class FrameRoom {
    private static final int BYTES_MAX = 62_000;
    private static final int ENTRY_BYTES = 120;
    private static final int STATUS_BYTES = 130;
    private static final int BYTES_PER_CHAR_MAX = 3;

    private int bytes;

    /** True where the entry still fits; then its room is taken. */
    boolean take(PresenceState state) {
        int needed = ENTRY_BYTES + statusBytes(state.status());
        if (bytes > 0 && bytes + needed > BYTES_MAX) {
            return false;
        }
        bytes += needed;
        return true;
    }

    private static int statusBytes(User.@org.jspecify.annotations.Nullable Status status) {
        return status == null
                ? 0
                : STATUS_BYTES + BYTES_PER_CHAR_MAX * status.text().length();
    }
}
