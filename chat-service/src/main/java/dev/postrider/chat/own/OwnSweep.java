package dev.postrider.chat.own;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells the log what a node that died or could not reach it has left; any number of nodes may do so. */
@ApplicationScoped
class OwnSweep {
    private static final Logger LOG = Logger.getLogger(OwnSweep.class);
    private static final long OLDER_THAN_MILLIS = 10_000;
    private static final int PLACES_MAX = 100;

    private final OwnStream own;

    OwnSweep(OwnStream own) {
        this.own = own;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return own.sweep(OLDER_THAN_MILLIS, PLACES_MAX)
                .onFailure()
                .invoke(away -> LOG.warnf("Own settings wait to be told, trying again: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
