package dev.postrider.e2e.fault;

import dev.postrider.e2e.check.Verdict;
import dev.postrider.e2e.check.Violation;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all rows of a long run come to: every kind of violation is named, the ones that were not seen as well. */
final class Sum {
    private final Map<String, Long> violations = new TreeMap<>();
    private long accepted;
    private int judged;
    private int failed;

    Sum() {
        Stream.of(Violation.class.getPermittedSubclasses()).forEach(kind -> violations.put(kind.getSimpleName(), 0L));
    }

    void add(Verdict verdict) {
        judged++;
        accepted += verdict.tally().accepted();
        verdict.violations().forEach(one -> violations.merge(one.getClass().getSimpleName(), 1L, Long::sum));
    }

    /** A row that was not judged: it did not bite, or did not heal. */
    void addFailed() {
        failed++;
    }

    String line() {
        return "in all: %,d accepted in %d rows, %d rows failed; %s"
                .formatted(
                        accepted,
                        judged,
                        failed,
                        violations.entrySet().stream()
                                .map(kind -> kind.getKey() + " " + kind.getValue())
                                .collect(Collectors.joining(", ")));
    }
}
