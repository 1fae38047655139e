package dev.postrider.chat.room;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.frame.LogCodec;
import dev.postrider.contracts.frame.LogCodec.Reading;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Events in {@code room_outbox}: the text of their records in the log. */
final class SqlEvents {
    private SqlEvents() {}

    static String write(Event event) {
        return new String(LogCodec.write(event), StandardCharsets.UTF_8);
    }

    /** With the row's time. */
    static Event read(Row row, long position) {
        byte[] record = row.getString("event").getBytes(StandardCharsets.UTF_8);
        Instant at = Instant.ofEpochMilli(row.getLong("at"));
        return switch (LogCodec.read(record, position, at)) {
            case Reading.Good good -> good.event();
            case Reading.Newer newer ->
                throw new IllegalStateException("written by a newer version: " + newer.schema());
            case Reading.Unusable torn -> throw new IllegalStateException("cannot be read again: " + torn.reason());
        };
    }
}
