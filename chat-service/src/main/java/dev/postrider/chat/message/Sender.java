package dev.postrider.chat.message;

import dev.postrider.base.trace.Step;
import dev.postrider.chat.channel.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * Who submits a frame.
 *
 * @param socket the socket it came by, which gets the answer instead of the event; null for REST
 * @param arrival when that was
 * @param step what the accept path does with it
 */
public record Sender(String userId, @Nullable String socket, Arrival arrival, Step step) {
    /** Just now, and nobody follows it. */
    public Sender(String userId, @Nullable String socket) {
        this(userId, socket, Arrival.now(), Step.NONE);
    }

    Sender followed(Step by) {
        return new Sender(userId, socket, arrival, by);
    }
}
