package dev.postrider.e2e.fault;

import dev.postrider.e2e.check.Verdict;

/**
 * One row of the table.
 *
 * @param bite what showed that the fault bit
 * @param before accepted a second before the fault
 * @param after accepted a second after it healed
 * @param recoveryMillis from healing until everybody was served and nobody waited for an answer
 */
record Row(String name, String bite, long before, long after, long recoveryMillis, long seed, Verdict verdict) {
    static final String HEAD = "%-26s %9s %5s %6s %7s %7s %9s %9s %8s %8s %7s %7s  %s"
            .formatted(
                    "fault",
                    "accepted",
                    "lost",
                    "wire×2",
                    "scrn×2",
                    "reord.",
                    "rejected",
                    "unknown",
                    "recov.s",
                    "before/s",
                    "after/s",
                    "seed",
                    "bite");

    String line() {
        return "%-26s %9d %5d %6d %7d %7d %9d %9d %8.1f %8d %7d %7d  %s"
                .formatted(
                        name,
                        verdict.tally().accepted(),
                        verdict.tally().lost(),
                        verdict.tally().doubledOnWire(),
                        verdict.tally().doubledOnScreen(),
                        verdict.tally().reordered(),
                        verdict.tally().rejected(),
                        verdict.tally().unknown(),
                        recoveryMillis / 1_000.0,
                        before,
                        after,
                        seed,
                        bite);
    }
}
