package dev.postrider.history.store;

import dev.postrider.history.fold.Changes;
import dev.postrider.history.fold.LogEvent;
import dev.postrider.history.fold.LogEvent.Identity;
import dev.postrider.history.fold.MessageKey;
import dev.postrider.history.fold.MessageState;
import dev.postrider.history.fold.RoomState;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** What {@link BatchStep} needs of the tables; all calls of one batch go to one transaction, one after the other. */
public interface BatchTables {
    /** Moves the progress of every span, if each stands exactly at its beginning; answers whether it did. */
    Uni<Boolean> move(Batch batch);

    /**
     * Holds the ids of these events, the lowest position for ever; answers the positions held, or nothing where all of
     * them are new.
     */
    Uni<Map<Identity, Long>> hold(List<LogEvent> events);

    /** The stored messages that these events are about. */
    Uni<Map<MessageKey, MessageState>> messages(List<LogEvent> events);

    /** The stored state of the rooms that these events change. */
    Uni<Map<String, RoomState>> rooms(List<LogEvent> events);

    Uni<Void> write(Changes changes);
}
