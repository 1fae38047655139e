package dev.postrider.e2e.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A row of the table: one call, and who gets which answer.
 *
 * @param method of a route; {@code frame} for a frame
 * @param target a route's path as it is published, or a frame's type
 */
record Row(Place place, String method, String target, String body, Map<Actor, String> cells) {
    static final String FRAME = "frame";
    static final String NOT_APPLICABLE = ".";

    /** Where a call is made. */
    enum Place {
        NOWHERE,
        SESSION,
        PRIVATE,
        PUBLIC,
        NEWS,
        ARCHIVED,
        OWN,
        DM
    }

    boolean isFrame() {
        return method.equals(FRAME);
    }

    boolean needs(String placeholder) {
        return target.contains(placeholder) || body.contains(placeholder);
    }

    static List<Row> all() {
        try (var in = Row.class.getResourceAsStream("/isolation/matrix.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row of(String line) {
        String[] parts = line.split(" *\\| *", -1);
        if (parts.length != 4) {
            throw new AssertionError("not four parts: " + line);
        }
        String[] call = parts[1].strip().split(" +");
        List<String> answers = Arrays.asList(parts[3].strip().split(" +"));
        if (answers.size() != Actor.values().length) {
            throw new AssertionError("not a cell for everybody: " + line);
        }
        Map<Actor, String> cells = new EnumMap<>(Actor.class);
        for (Actor actor : Actor.values()) {
            cells.put(actor, answers.get(actor.ordinal()));
        }
        return new Row(place(parts[0].strip()), call[0], call[1], parts[2].strip(), cells);
    }

    private static Place place(String word) {
        return word.equals("-") ? Place.NOWHERE : Place.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return place.name().toLowerCase(Locale.ROOT) + " " + method + " " + target + " " + body;
    }
}
