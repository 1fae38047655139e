package dev.postrider.simulator;

import dev.postrider.contracts.frame.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a device shows of one conversation, by the rules that the protocol gives to clients. */
final class View {
    private final @Nullable Rule without;
    private final Set<Long> seen = new HashSet<>();
    private final TreeMap<Long, Line> lines = new TreeMap<>();
    private final Map<String, Long> holders = new HashMap<>();
    private final Map<Long, List<Event>> early = new HashMap<>();
    private long highest = -1;

    /** A bubble. */
    private static final class Line {
        final String from;
        String text;
        long textAt;
        boolean deleted;
        final TreeMap<String, Event.Reacted> reactions = new TreeMap<>();

        Line(String from, String text, long textAt) {
            this.from = from;
            this.text = text;
            this.textAt = textAt;
        }
    }

    View(@Nullable Rule without) {
        this.without = without;
    }

    boolean has(long position) {
        return seen.contains(position);
    }

    void take(Event event) {
        if (without == Rule.SEEN_BY_POSITION && event.position() <= highest) {
            return;
        }
        highest = Math.max(highest, event.position());
        if (seen.add(event.position())) {
            switch (event) {
                case Event.Message message -> message(message);
                case Event.Edited edited -> over(edited, edited.target());
                case Event.Deleted deleted -> over(deleted, deleted.target());
                case Event.Reacted reacted -> over(reacted, reacted.target());
                default -> {}
            }
        }
    }

    /** One bubble for an id: the lowest record counts. */
    private void message(Event.Message message) {
        String name = message.from() + " " + message.id();
        Long held = holders.get(name);
        if (held != null && held < message.position()) {
            return;
        }
        if (held != null) {
            lines.remove(held);
        }
        holders.put(name, message.position());
        lines.put(message.position(), new Line(message.from(), message.body(), message.position()));
        early.getOrDefault(message.position(), List.of()).forEach(later -> over(later, message.position()));
    }

    private void over(Event event, long target) {
        Line line = lines.get(target);
        if (line == null) {
            early.computeIfAbsent(target, none -> new ArrayList<>()).add(event);
            return;
        }
        switch (event) {
            case Event.Edited edited
            when edited.from().equals(line.from) && wins(edited, line) -> {
                line.text = edited.body();
                line.textAt = edited.position();
                line.deleted &= without != Rule.DELETED_FOR_EVER;
            }
            case Event.Deleted deleted when deleted.from().equals(line.from) -> line.deleted = true;
            case Event.Reacted reacted ->
                line.reactions.merge(reacted.emoji() + of(reacted.from()), reacted, this::newer);
            default -> {}
        }
    }

    private boolean wins(Event.Edited edited, Line line) {
        return without == Rule.HIGHEST_WINS || edited.position() > line.textAt;
    }

    private Event.Reacted newer(Event.Reacted old, Event.Reacted one) {
        return without == Rule.REACTION_REGISTERS || one.position() > old.position() ? one : old;
    }

    private static String of(String user) {
        return user.substring(20);
    }

    /** The messages of somebody that can still be changed. */
    List<Long> living(String from, boolean own) {
        return lines.entrySet().stream()
                .filter(line -> !line.getValue().deleted && line.getValue().from.equals(from) == own)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By position; a deleted message without its text. */
    Map<Long, String> shown() {
        Map<Long, String> shown = new TreeMap<>();
        lines.forEach((position, line) -> shown.put(
                position, line.deleted ? "(deleted)" : words(line.from, line.text, line.reactions.values().stream())));
        return shown;
    }

    /** A bubble in words, with the reactions that stand under it. */
    static String words(String from, String text, Stream<Event.Reacted> reactions) {
        return reactions
                .filter(Event.Reacted::on)
                .map(one -> " " + one.emoji() + of(one.from()))
                .sorted()
                .collect(Collectors.joining("", of(from) + ": " + text, ""));
    }
}
