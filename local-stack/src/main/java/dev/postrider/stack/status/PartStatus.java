package dev.postrider.stack.status;

import org.jspecify.annotations.Nullable;

/**
 * One process as {@code ./dev status --json} tells it.
 *
 * @param pid null while it does not run
 * @param log where its output is
 */
public record PartStatus(String part, @Nullable Long pid, int port, Health health, String log) {

    /** Names as in the output. */
    public enum Health {
        /** Answers its own protocol. */
        up,
        /** Runs but does not answer, or not yet. */
        starting,
        /** Does not run. */
        down
    }
}
