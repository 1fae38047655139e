package dev.postrider.chat.draft;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Deletes drafts that nobody has touched for {@code kept}, in small statements; any number of nodes may do so at once. */
@ApplicationScoped
class DraftPurge {
    private static final Logger LOG = Logger.getLogger(DraftPurge.class);

    private final DraftStore store;
    private final DraftConfig config;
    private final Clock clock;

    DraftPurge(DraftStore store, DraftConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${chat.draft.purge-every:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> purge() {
        long before = clock.instant().minus(config.kept()).toEpochMilli();
        return purgeSlices(before)
                .onFailure()
                .invoke(away -> LOG.warnf("Old drafts could not be deleted, trying again later: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> purgeSlices(long before) {
        return store.purge(before, config.purgeBatchMax())
                .flatMap(count ->
                        count < config.purgeBatchMax() ? Uni.createFrom().voidItem() : purgeSlices(before));
    }
}
