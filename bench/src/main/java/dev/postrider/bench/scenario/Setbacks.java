package dev.postrider.bench.scenario;

import dev.postrider.bench.load.Tally;
import dev.postrider.bench.report.Figure.Better;
import dev.postrider.bench.report.Results;
import java.util.Map;

/** What did not succeed at the first try when devices came back. */
final class Setbacks {
    private Setbacks() {}

    static void told(String scenario, Tally tally, Results results) {
        told(scenario, "sockets refused at first", tally.openFailures(), results);
        told(scenario, "catch-ups failed at first", tally.syncFailures(), results);
    }

    private static void told(String scenario, String what, Map<String, Long> failures, Results results) {
        results.figure(
                scenario,
                what,
                failures.values().stream().mapToLong(Long::longValue).sum(),
                "",
                Better.LESS);
        failures.forEach((why, count) -> results.figure(scenario, what + ", " + why, count, "", Better.LESS));
    }
}
