package dev.postrider.history.rebuild;

import static org.awaitility.Awaitility.await;

import dev.postrider.history.rebuild.RebuildState.Compared;
import java.time.Duration;
import java.util.List;

/** Runs the production rebuild and looks at what it tells. */
final class Rebuilds {
    static final String SHADOW_TABLES =
            "SELECT table_name FROM information_schema.tables" + " WHERE table_schema = 'postrider_history_rebuild'";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private Rebuilds() {}

    /** To its end, which must be a good one. */
    static RebuildState.Done run(Rebuild rebuild) {
        RebuildState end = ended(rebuild);
        if (end instanceof RebuildState.Done done) {
            return done;
        }
        throw new AssertionError(end.toString());
    }

    /** To its end, whichever. */
    static RebuildState ended(Rebuild rebuild) {
        rebuild.begin();
        return await("the end of the rebuild")
                .atMost(PATIENCE)
                .until(rebuild::state, state -> !(state instanceof RebuildState.Running));
    }

    static List<Compared> different(RebuildState.Done done) {
        return done.tables().stream().filter(one -> !one.equal()).toList();
    }
}
