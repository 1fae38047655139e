package dev.postrider.history.store;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.history.fold.LogEvent;
import dev.postrider.history.fold.MessageKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events that do not stand in pages, for catch-up. Texts are never written here: they stand where they can go. */
@ApplicationScoped
public class EventWriter {
    private static final String EVENTS =
            "INSERT INTO event (conversation, position, type, sender, id, target, at, dead, detail)";

    Uni<Void> write(SqlConnection connection, List<LogEvent> events) {
        MultiRow rows = new MultiRow(EVENTS, 9, "conversation = VALUES(conversation)");
        for (LogEvent one : events) {
            Event event = one.event();
            MessageKey target = LogEvent.target(event);
            rows.row(
                    event.conversation(),
                    event.position(),
                    Repeats.type(event),
                    LogEvent.sender(event),
                    event instanceof Event.Identified identified ? identified.id() : null,
                    target == null ? null : target.position(),
                    event.at().toEpochMilli(),
                    one.dead(),
                    detail(one));
        }
        return rows.write(connection).replaceWithVoid();
    }

    private static @Nullable String detail(LogEvent one) {
        boolean holdsText = one.event() instanceof Event.Message || one.event() instanceof Event.Edited;
        return one.dead() || holdsText ? null : new String(LogCodec.write(one.event()), StandardCharsets.UTF_8);
    }
}
