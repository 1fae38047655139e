package dev.postrider.history.internal;

import dev.postrider.contracts.internal.Texts;
import dev.postrider.history.store.Database;
import dev.postrider.history.store.Given;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Messages as they read now, whoever asks. */
@ApplicationScoped
class TextReader {
    private static final String TEXTS = "SELECT e.conversation, e.position, e.sender, e.body, e.at FROM "
            + Given.POSITIONS
            + " STRAIGHT_JOIN entry e ON e.conversation = k.conversation AND e.position = k.position"
            + " WHERE e.type = 'message' AND e.body IS NOT NULL";

    private final Database database;

    TextReader(Database database) {
        this.database = database;
    }

    Uni<List<Texts.Text>> read(List<Texts.Place> places) {
        if (places.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return database.look(TEXTS, Given.tuple(places, one -> List.of(one.conversation(), one.position())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Texts.Text(
                                row.getString("conversation"),
                                row.getLong("position"),
                                row.getString("sender"),
                                row.getString("body"),
                                Instant.ofEpochMilli(row.getLong("at"))))
                        .toList());
    }
}
