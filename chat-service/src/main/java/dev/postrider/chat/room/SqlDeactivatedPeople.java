package dev.postrider.chat.room;

import dev.postrider.base.control.ControlListener;
import dev.postrider.base.control.ControlReader;
import dev.postrider.chat.database.Database;
import dev.postrider.contracts.control.ControlRecord;
import dev.postrider.contracts.frame.LeaveReason;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Takes those whose accounts were deactivated out of their rooms. Every node does, and the room's lock makes it once.
 *
 * <ul>
 *   <li>Nobody is taken out before the control topic was read to its end: a later record may have let them in again.
 *   <li>What fails keeps nobody else, nor any other room of theirs, and is tried again until it is done; a node that starts finds everybody of the retained topic anew.
 * </ul>
 */
@ApplicationScoped
class SqlDeactivatedPeople implements ControlListener {
    private static final Logger LOG = Logger.getLogger(SqlDeactivatedPeople.class);
    private static final String ROOMS = "SELECT room FROM room_member WHERE user_id = ? AND present ORDER BY room";

    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final ControlReader control;
    private final Database database;
    private final RoomRelay relay;

    SqlDeactivatedPeople(ControlReader control, Database database, RoomRelay relay) {
        this.control = control;
        this.database = database;
        this.relay = relay;
    }

    @Override
    public void onControl(ControlRecord record, long offset) {
        if (record instanceof ControlRecord.Profile profile) {
            if (Boolean.TRUE.equals(profile.user().deactivated())) {
                waiting.put(profile.user().id(), offset);
            } else {
                waiting.remove(profile.user().id());
            }
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeOut() {
        if (waiting.isEmpty() || !control.caughtUp()) {
            return Uni.createFrom().voidItem();
        }
        return oneByOne(Map.copyOf(waiting).entrySet(), one -> takeOut(one.getKey(), one.getValue()))
                .onFailure()
                .invoke(away -> LOG.warnf("Deactivated people stay in their rooms for now: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> takeOut(String user, Long offset) {
        return database.look(ROOMS, user)
                .map(rows -> rows.stream().map(row -> row.getString("room")).toList())
                .chain(rooms -> oneByOne(rooms, room -> leave(room, user)))
                .invoke(() -> waiting.remove(user, offset));
    }

    private Uni<Void> leave(String room, String user) {
        return Uni.createFrom()
                .completionStage(() -> relay.command(room, user, new RoomCommand.Leave(LeaveReason.deactivated)))
                .replaceWithVoid();
    }

    /** All are tried; fails where some failed. */
    private static <T> Uni<Void> oneByOne(Collection<T> all, Function<T, Uni<Void>> each) {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(all.stream().map(each).toList())
                        .usingConcurrencyOf(1)
                        .andCollectFailures()
                        .replaceWithVoid();
    }
}
