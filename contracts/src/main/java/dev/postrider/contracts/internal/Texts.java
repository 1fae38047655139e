package dev.postrider.contracts.internal;

import java.time.Instant;
import java.util.List;

/** {@code POST /internal/texts}: messages as they read now, for administrators who look at what was flagged. */
public final class Texts {
    private Texts() {}

    public record Place(String conversation, long position) {}

    /** At most {@link Internal#TEXTS_MAX}. */
    public record Asked(List<Place> places) {}

    public record Text(String conversation, long position, String from, String body, Instant at) {}

    /** Those of the places at which a message stands that is not deleted. */
    public record Found(List<Text> texts) {}
}
