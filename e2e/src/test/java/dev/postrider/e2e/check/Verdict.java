package dev.postrider.e2e.check;

import java.util.List;
import java.util.stream.Collectors;

/** What a run showed. */
public record Verdict(Tally tally, List<Violation> violations) {
    private static final int SHOWN = 20;

    public Verdict {
        violations = List.copyOf(violations);
    }

    public boolean sound() {
        return violations.isEmpty();
    }

    public boolean has(Class<? extends Violation> kind) {
        return violations.stream().anyMatch(kind::isInstance);
    }

    /** The first violations in words. */
    public String message() {
        return violations.stream()
                .limit(SHOWN)
                .map(violation -> violation.promise() + " " + violation.message())
                .collect(Collectors.joining("\n", violations.size() + " violations of " + tally + ":\n", ""));
    }
}
