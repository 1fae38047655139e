package dev.postrider.e2e.fault;

import dev.postrider.e2e.check.Tally;
import dev.postrider.e2e.check.Verdict;

/**
 * One row of the table.
 *
 * @param bite what showed that the fault bit
 * @param before accepted a second before the fault
 * @param after accepted a second after it healed
 * @param recoveryMillis from healing until everybody was served and nobody waited for an answer
 */
record Row(String name, String bite, long before, long after, long recoveryMillis, Verdict verdict) {
    private static final String FORM = "%-26s %9s %5s %6s %7s %9s %9s %8s %8s %9s %8s  %-8s %s";

    static String head() {
        return FORM.formatted(
                "fault",
                "accepted",
                "lost",
                "2×wire",
                "2×shown",
                "reordered",
                "rejected",
                "unknown",
                "recov. s",
                "before /s",
                "after /s",
                "commit",
                "seed, bite");
    }

    String line(long seed, String commit) {
        Tally tally = verdict.tally();
        return FORM.formatted(
                name,
                tally.accepted(),
                tally.lost(),
                tally.doubledOnWire(),
                tally.doubledOnScreen(),
                tally.reordered(),
                tally.rejected(),
                tally.unknown(),
                "%.1f".formatted(recoveryMillis / 1_000.0),
                before,
                after,
                commit,
                seed + ", " + bite);
    }
}
