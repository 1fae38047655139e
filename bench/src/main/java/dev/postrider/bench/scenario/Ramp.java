package dev.postrider.bench.scenario;

import dev.postrider.bench.report.Figure.Better;
import dev.postrider.bench.report.RoundRow;
import java.util.List;

/** Rising rates, until one is not held. */
final class Ramp {
    private static final double FROM = 500;
    private static final double GROWTH = 1.25;
    private static final int STEPS_MAX = 20;
    private static final double P99_MILLIS_MAX = 200;
    /** Rows that come ever later are no rate held. */
    private static final long ROWS_LATE_MILLIS_MAX = 2_000;

    private Ramp() {}

    static void play(String scenario, Stage stage, Volley volley) {
        double held = 0;
        double rate = FROM;
        List<RoundRow> last = List.of();
        for (int i = 0; i < STEPS_MAX; i++) {
            RoundRow row = volley.round(rate, stage.options().seconds());
            stage.results().round(row);
            if (!holds(row)) {
                break;
            }
            held = rate;
            last = List.of(row);
            rate = rate * GROWTH;
        }
        stage.results().figure(scenario, "highest rate held", held, "messages/s", Better.MORE);
        volley.summary(last, stage.results());
    }

    private static boolean holds(RoundRow row) {
        return row.flawless()
                && row.delivery().p99() <= P99_MILLIS_MAX
                && row.answer().p99() <= P99_MILLIS_MAX
                && row.rowsLateMillis() >= 0
                && row.rowsLateMillis() <= ROWS_LATE_MILLIS_MAX;
    }
}
