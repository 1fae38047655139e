package dev.postrider.history.page;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rule.Instants;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for, judged.
 *
 * @param thread only replies under this root
 * @param messagesOnly leaves system lines out
 */
record PageRequest(
        Direction direction,
        @Nullable LogVector through,
        @Nullable Long thread,
        boolean messagesOnly,
        int limit) {
    static final int LIMIT_DEFAULT = 50;
    static final int LIMIT_MAX = 200;
    private static final Set<String> TYPES = Set.of("message", "joined", "left", "role", "room");

    /** From where one reads, and whereto. */
    sealed interface Direction {
        record Newest() implements Direction {}

        record Before(long position) implements Direction {}

        record After(long position) implements Direction {}

        record Around(long position) implements Direction {}

        record Since(Instant at) implements Direction {}
    }

    /** As the parameters say. */
    record Given(
            @Nullable Long before,
            @Nullable Long after,
            @Nullable Long around,
            @Nullable String since,
            @Nullable String through,
            @Nullable Long thread,
            @Nullable String types,
            @Nullable Integer limit) {}

    /** Throws {@link ProblemException} 400 where the parameters contradict each other or are none. */
    static PageRequest of(Given given) {
        long directions = Stream.of(given.before, given.after, given.around, given.since)
                .filter(one -> one != null)
                .count();
        if (directions > 1) {
            throw ProblemException.invalid("before", "one-of", "give one of before, after, around, since");
        }
        return new PageRequest(
                direction(given),
                given.through == null ? null : through(given.through),
                given.thread,
                messagesOnly(given.types),
                limit(given.limit));
    }

    boolean isFirstPage() {
        return direction instanceof Direction.Newest && thread == null;
    }

    static int limit(@Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > LIMIT_MAX)) {
            throw ProblemException.invalid("limit", "range", "is 1 to " + LIMIT_MAX);
        }
        return limit == null ? LIMIT_DEFAULT : limit;
    }

    static LogVector through(String text) {
        return LogVector.parse(text)
                .orElseThrow(() -> ProblemException.invalid("through", "form", "is not what a welcome says"));
    }

    private static Direction direction(Given given) {
        if (given.before != null) {
            return new Direction.Before(position("before", given.before));
        }
        if (given.after != null) {
            return new Direction.After(position("after", given.after));
        }
        if (given.around != null) {
            return new Direction.Around(position("around", given.around));
        }
        return given.since == null ? new Direction.Newest() : new Direction.Since(instant(given.since));
    }

    private static long position(String field, long value) {
        if (value < Position.NONE || value >= Position.LIMIT) {
            throw ProblemException.invalid(field, "range", "is not a position");
        }
        return value;
    }

    private static Instant instant(String text) {
        return Instants.read(text)
                .orElseThrow(
                        () -> ProblemException.invalid("since", "form", "is not an instant like 2026-01-31T12:00:00Z"));
    }

    private static boolean messagesOnly(@Nullable String types) {
        if (types == null || types.isEmpty()) {
            return false;
        }
        List<String> asked = new ArrayList<>(List.of(types.split(",")));
        if (!TYPES.containsAll(asked)) {
            throw ProblemException.invalid("types", "one-of", "are among " + String.join(", ", TYPES));
        }
        return asked.equals(List.of("message"));
    }
}
