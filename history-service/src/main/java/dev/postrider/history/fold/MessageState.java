package dev.postrider.history.fold;

import dev.postrider.contracts.frame.Event;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A message and all that was written over it: registers, so that edits and deletions give the same state in any order
 * and any number of times. Of several deletions the first in the log counts, and no text survives it. Immutable.
 *
 * @param message as it was sent; its body means nothing where {@code texts} says otherwise
 * @param texts every text by the position that wrote it; empty once deleted
 */
public record MessageState(
        Event.Message message,
        SortedMap<Long, Text> texts,
        @Nullable Deletion deletion) {

    /** When, by whom and at which position a message was deleted. */
    public record Deletion(long position, Instant at, String by) {}

    public MessageState {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /** A message just read from the log. */
    public static MessageState sent(Event.Message message) {
        Text first = new Text(
                message.position(),
                message.body(),
                Objects.requireNonNullElse(message.mentions(), List.of()),
                message.at());
        return new MessageState(message, new TreeMap<>(java.util.Map.of(first.position(), first)), null);
    }

    public MessageKey key() {
        return new MessageKey(message.conversation(), message.position());
    }

    public boolean isDeleted() {
        return deletion != null;
    }

    /** The text in force; null once deleted. */
    public @Nullable Text text() {
        return texts.isEmpty() ? null : texts.get(texts.lastKey());
    }

    public int edits() {
        return Math.max(0, texts.size() - 1);
    }

    public MessageState edited(Event.Edited edit) {
        if (isDeleted() || texts.containsKey(edit.position())) {
            return this;
        }
        SortedMap<Long, Text> more = new TreeMap<>(texts);
        List<String> mentions = Objects.requireNonNullElse(edit.mentions(), List.of());
        more.put(edit.position(), new Text(edit.position(), edit.body(), mentions, edit.at()));
        return new MessageState(message, more, null);
    }

    public MessageState deleted(Event.Deleted by) {
        if (deletion != null && deletion.position() <= by.position()) {
            return this;
        }
        return new MessageState(message, new TreeMap<>(), new Deletion(by.position(), by.at(), by.from()));
    }
}
