package dev.postrider.history.fold;

import dev.postrider.contracts.topic.Position;
import java.time.Instant;

/**
 * Where a conversation ends: the highest position of any event, of a message and of a system line, and the time of the
 * newest of the latter two.
 */
public record Head(String conversation, long lastPosition, long lastMessage, long lastLine, Instant lastAt) {

    public static Head event(String conversation, long position) {
        return new Head(conversation, position, Position.NONE, Position.NONE, Instant.EPOCH);
    }

    public static Head message(String conversation, long position, Instant at) {
        return new Head(conversation, position, position, Position.NONE, at);
    }

    public static Head line(String conversation, long position, Instant at) {
        return new Head(conversation, position, Position.NONE, position, at);
    }

    public Head and(Head other) {
        return new Head(
                conversation,
                Math.max(lastPosition, other.lastPosition),
                Math.max(lastMessage, other.lastMessage),
                Math.max(lastLine, other.lastLine),
                lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
    }
}
