package dev.postrider.history.store;

import dev.postrider.history.fold.Changes;
import dev.postrider.history.fold.LogEvent;
import dev.postrider.history.fold.LogEvent.Identity;
import dev.postrider.history.fold.MessageKey;
import dev.postrider.history.fold.MessageState;
import dev.postrider.history.fold.RoomState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;

/** The tables behind one connection, in its transaction. */
record SqlTables(SqlConnection connection, Repeats repeats, Known known, ChangeWriter changes) implements BatchTables {
    @Override
    public Uni<Boolean> move(Batch batch) {
        return Progress.move(connection, batch);
    }

    @Override
    public Uni<Map<Identity, Long>> hold(List<LogEvent> events) {
        return repeats.hold(connection, events);
    }

    @Override
    public Uni<Map<MessageKey, MessageState>> messages(List<LogEvent> events) {
        return known.messages(connection, events);
    }

    @Override
    public Uni<Map<String, RoomState>> rooms(List<LogEvent> events) {
        return known.rooms(connection, events);
    }

    @Override
    public Uni<Void> write(Changes written) {
        return changes.write(connection, written);
    }
}
