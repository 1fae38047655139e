package dev.postrider.history.store;

import dev.postrider.history.fold.MessageState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops all that a deleted message leaves behind, and notes that its conversation's page in Redis must be written anew;
 * the note stands in the same transaction and goes only when that has happened.
 */
@ApplicationScoped
public class Deletions {
    private static final List<String> LEFTOVERS = List.of(
            "DELETE FROM version WHERE conversation = ? AND target = ?",
            "DELETE FROM mention WHERE conversation = ? AND target = ?",
            "DELETE FROM reaction WHERE conversation = ? AND target = ?",
            "DELETE FROM pin WHERE conversation = ? AND target = ?",
            "UPDATE entry e JOIN reply r ON r.conversation = e.conversation AND r.thread = e.thread"
                    + " AND r.position = e.position SET r.counts = FALSE WHERE e.conversation = ? AND e.position = ?",
            "UPDATE entry SET feed_key = NULL, feed_value = NULL, feed_data = NULL"
                    + " WHERE conversation = ? AND position = ?");
    static final String NOTE = "INSERT INTO page_purge (conversation, position) VALUES (?, ?)"
            + " ON DUPLICATE KEY UPDATE position = GREATEST(position, VALUES(position))";

    Uni<Void> write(SqlConnection connection, List<MessageState> deleted) {
        List<Tuple> keys = deleted.stream()
                .map(state ->
                        Tuple.of(state.message().conversation(), state.message().position()))
                .toList();
        Uni<Void> done = Statements.batch(connection, NOTE, notes(deleted));
        for (String statement : LEFTOVERS) {
            done = done.chain(() -> Statements.batch(connection, statement, keys));
        }
        return done;
    }

    /** The position of the deletion itself: only a page read with that position in it is rid of the text. */
    private static List<Tuple> notes(List<MessageState> deleted) {
        List<Tuple> notes = new ArrayList<>();
        for (MessageState state : deleted) {
            MessageState.Deletion deletion = state.deletion();
            if (deletion != null) {
                notes.add(Tuple.of(state.message().conversation(), deletion.position()));
            }
        }
        return notes;
    }
}
