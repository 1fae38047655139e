package dev.postrider.history.unread;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.Everyone;
import dev.postrider.contracts.rest.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rule 4 of the contract, word for word, over the events of one conversation as they stand in the log: nothing is
 * counted up or down. It shares no code with what it judges.
 */
final class Definition {
    private static final int MORE = 1_000;

    private final List<Event> log;
    private final String me;

    Definition(List<Event> log, String me) {
        this.log = log;
        this.me = me;
    }

    /** What a person is to be told; none where they are no member. */
    record Told(
            long readPosition,
            int unread,
            int mentions,
            @Nullable Long firstUnread) {}

    @Nullable
    Told now() {
        long since = -1;
        boolean present = false;
        long mark = -1;
        boolean marked = false;
        for (Event event : log) {
            switch (event) {
                case Event.Joined joined
                when joined.users().contains(me) -> {
                    present = true;
                    since = joined.position();
                }
                case Event.Left left when left.user().equals(me) -> present = false;
                case Event.Read read
                when read.from().equals(me) -> {
                    mark = read.upTo();
                    marked = true;
                }
                default -> {}
            }
        }
        return present ? counted(marked ? mark : since, joinedOnly() ? since : -1) : null;
    }

    private Told counted(long readPosition, long visibleFrom) {
        int unread = 0;
        int mentions = 0;
        Long first = null;
        for (Event.Message message : living().values()) {
            boolean counts = message.position() > readPosition
                    && message.position() >= visibleFrom
                    && !message.from().equals(me);
            if (counts) {
                unread++;
                first = first == null ? Long.valueOf(message.position()) : first;
                mentions += names(message) ? 1 : 0;
            }
        }
        return new Told(readPosition, Math.min(unread, MORE), Math.min(mentions, MORE), first);
    }

    /** Messages that are no repeats and not deleted. */
    private Map<Long, Event.Message> living() {
        Map<String, Long> ids = new TreeMap<>();
        Map<Long, Event.Message> living = new TreeMap<>();
        for (Event event : log) {
            if (event instanceof Event.Message message
                    && ids.putIfAbsent(message.from() + " " + message.id(), message.position()) == null) {
                living.put(message.position(), message);
            }
        }
        log.forEach(event -> {
            if (event instanceof Event.Deleted deleted) {
                living.remove(deleted.target());
            }
        });
        return living;
    }

    private boolean names(Event.Message message) {
        List<String> named = message.mentions();
        for (Event event : log) {
            if (event instanceof Event.Edited edited && edited.target() == message.position()) {
                named = edited.mentions();
            }
        }
        return message.everyone() == Everyone.MEMBERS || (named != null && named.contains(me));
    }

    private boolean joinedOnly() {
        return log.stream()
                .filter(Event.Room.class::isInstance)
                .map(event -> ((Event.Room) event).changed().settings())
                .filter(settings -> settings != null)
                .reduce((before, after) -> after)
                .map(settings -> settings.history() == Settings.Visible.joined)
                .orElse(false);
    }
}
