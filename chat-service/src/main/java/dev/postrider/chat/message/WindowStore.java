package dev.postrider.chat.message;

import dev.postrider.chat.message.SharedWindow.Seen;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Memory that all nodes reach and that may be lost at any time, as a whole. Every call may fail, and then nothing is
 * known. Who finds another name than before finds another memory: what stood in the former one is gone.
 */
public interface WindowStore {
    /**
     * What was found, and in which memory, told by one answer.
     *
     * @param window the memory's name; empty where it has none yet
     */
    record Found<T>(T what, String window) {}

    /** The memory's name; a memory without one gets a name that was never used. */
    CompletionStage<String> name();

    /** Marks an id as tried by this node, unless anybody touched it before. True where nobody had. */
    CompletionStage<Boolean> mark(MessageKey key);

    /** Whether this node's mark still stands as it was set. */
    CompletionStage<Found<Boolean>> claim(MessageKey key);

    /** Announces a repeat, unless the answer is known already; tells what was known before. */
    CompletionStage<Found<Seen>> contest(MessageKey key);

    /** Tells what is known, and changes nothing. */
    CompletionStage<Found<Seen>> look(MessageKey key);

    /** Keeps an answer. Best effort. */
    void keep(MessageKey key, long position, Instant at);
}
