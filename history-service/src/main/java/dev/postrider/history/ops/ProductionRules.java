package dev.postrider.history.ops;

import dev.postrider.base.start.Findings;
import dev.postrider.base.start.StartRules;
import dev.postrider.base.start.Unsafe;
import dev.postrider.history.HistoryConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What history-service does not start without in production; the highest a limit may be stands beside it. */
@ApplicationScoped
class ProductionRules implements StartRules {
    private final HistoryConfig config;

    ProductionRules(HistoryConfig config) {
        this.config = config;
    }

    @Override
    public List<Unsafe> broken() {
        return new Findings()
                .secret("history.cursor-secret", config.cursorSecret())
                .limit("history.reads-at-once", config.readsAtOnce(), 1_000)
                .limit("history.reads-waiting-max", config.readsWaitingMax(), 100_000)
                .limit("history.sync.events-max", config.sync().eventsMax(), 50_000)
                .all();
    }
}
