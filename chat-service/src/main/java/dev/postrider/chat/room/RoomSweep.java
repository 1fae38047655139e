package dev.postrider.chat.room;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Finishes what a node that died or could not reach the log has left in the outbox; any number of nodes may do so. */
@ApplicationScoped
class RoomSweep {
    private static final Logger LOG = Logger.getLogger(RoomSweep.class);
    private static final long OLDER_THAN_MILLIS = 10_000;
    private static final int ROOMS_MAX = 100;

    private final RoomRelay relay;

    RoomSweep(RoomRelay relay) {
        this.relay = relay;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Uni.createFrom()
                .completionStage(() -> relay.sweep(OLDER_THAN_MILLIS, ROOMS_MAX))
                .onFailure()
                .invoke(away -> LOG.warnf("Changes of rooms wait to be told, trying again: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
