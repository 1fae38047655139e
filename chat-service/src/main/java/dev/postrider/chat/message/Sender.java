package dev.postrider.chat.message;

import org.jspecify.annotations.Nullable;

/**
 * Who submits a frame.
 *
 * @param socket the socket it came by, which gets the answer instead of the event; null for REST
 */
public record Sender(String userId, @Nullable String socket) {}
