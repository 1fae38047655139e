package dev.postrider.history.store;

import dev.postrider.history.fold.Changes;
import dev.postrider.history.fold.Ending;
import dev.postrider.history.fold.Head;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Empties deleted rooms: of all that was said only the ids stay, which make repeats repeats, and the line that tells of
 * the deletion, for whoever was away. What was accepted in the moment before every node had heard of it stands behind that
 * line in the log, and goes as well; so tables come out alike however the log was cut into batches.
 */
@ApplicationScoped
public class EndingWriter {
    private static final String ENDED =
            "UPDATE conversation SET ended = ?, members = 0 WHERE conversation = ? AND ended IS NULL";
    private static final String DISMISS = "UPDATE member SET present = FALSE,"
            + " until_position = GREATEST(until_position, ?), present_change = GREATEST(present_change, ?)"
            + " WHERE conversation = ? AND present";
    private static final String ENDED_ONES = "SELECT c.conversation, c.ended, c.last_position FROM "
            + Given.CONVERSATIONS
            + " STRAIGHT_JOIN conversation c ON c.conversation = k.conversation WHERE c.ended IS NOT NULL";
    private static final String ENTRIES = "DELETE FROM entry WHERE conversation = ? AND position <> ?";
    private static final List<String> LEFTOVERS =
            List.of("version", "mention", "reaction", "pin", "mark", "reply", "event");

    /** To be called after everything else of the batch was written. */
    Uni<Void> write(SqlConnection connection, Changes changes) {
        List<String> rooms = changes.heads().stream()
                .map(Head::conversation)
                .filter(id -> HeadWriter.kind(id).equals("room"))
                .toList();
        if (rooms.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Statements.batch(connection, ENDED, ended(changes.endings()))
                .chain(() -> Statements.batch(connection, DISMISS, dismissed(changes.endings())))
                .chain(() -> connection.preparedQuery(ENDED_ONES).execute(Given.conversations(rooms)))
                .chain(found -> {
                    List<Ended> all = new ArrayList<>();
                    found.forEach(row -> all.add(new Ended(
                            row.getString("conversation"), row.getLong("ended"), row.getLong("last_position"))));
                    return emptied(connection, all);
                });
    }

    /** A room that is gone, where that was, and where its log ends by now. */
    private record Ended(String conversation, long at, long last) {}

    private static Uni<Void> emptied(SqlConnection connection, List<Ended> rooms) {
        Uni<Void> done = Statements.batch(connection, Deletions.NOTE, tuples(rooms, Ended::last))
                .chain(() -> Statements.batch(connection, ENTRIES, tuples(rooms, Ended::at)));
        for (String table : LEFTOVERS) {
            String sql = "DELETE FROM " + table + " WHERE conversation = ?";
            done = done.chain(() -> Statements.batch(
                    connection,
                    sql,
                    rooms.stream().map(one -> Tuple.of(one.conversation())).toList()));
        }
        return done;
    }

    private static List<Tuple> tuples(List<Ended> rooms, java.util.function.ToLongFunction<Ended> position) {
        return rooms.stream()
                .map(one -> Tuple.of(one.conversation(), position.applyAsLong(one)))
                .toList();
    }

    private static List<Tuple> ended(List<Ending> endings) {
        return endings.stream()
                .map(one -> Tuple.of(one.position(), one.conversation()))
                .toList();
    }

    private static List<Tuple> dismissed(List<Ending> endings) {
        return endings.stream()
                .map(one -> Tuple.of(one.position(), one.change(), one.conversation()))
                .toList();
    }
}
