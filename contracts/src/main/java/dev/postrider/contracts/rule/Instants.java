package dev.postrider.contracts.rule;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Instants that clients send: ISO-8601 with a year of four digits, which every part can count in milliseconds. */
public final class Instants {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Instants() {}

    /** The instant; none where the text is no such one. */
    public static Optional<Instant> read(String text) {
        try {
            Instant read = Instant.parse(text);
            return read.isBefore(FIRST) || read.isAfter(LAST) ? Optional.empty() : Optional.of(read);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
