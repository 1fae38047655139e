package dev.postrider.history.internal;

import dev.postrider.contracts.internal.Counts;
import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.Target;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.history.fold.LogEvent.Identity;
import dev.postrider.history.page.ConversationRow;
import dev.postrider.history.store.Database;
import dev.postrider.history.store.Given;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Who holds an id, whose message stands where, and what somebody has set for themselves. */
@ApplicationScoped
public class HolderReader {
    private static final String HOLDERS = "SELECT h.conversation, h.sender, h.id, h.position, h.type, h.at FROM "
            + Given.IDENTITIES
            + " STRAIGHT_JOIN holder h ON h.conversation = k.conversation AND h.sender = k.sender AND h.id = k.id";
    private static final String TARGET =
            "SELECT conversation, position, sender, id, type, deleted_at IS NOT NULL AS gone"
                    + " FROM entry WHERE conversation = ? AND position = ?";

    private static final String PINS = "SELECT COUNT(*) AS pins FROM pin WHERE conversation = ? AND present";
    private static final String EMOJIS =
            "SELECT DISTINCT emoji FROM reaction WHERE conversation = ? AND target = ? AND present";
    private static final String MINE = ConversationRow.SELECT + " AND m.conversation = ?";

    private final Database database;

    HolderReader(Database database) {
        this.database = database;
    }

    /** The holders of those that have one. */
    Uni<Map<Identity, Holder>> holders(List<Identity> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return database.look(HOLDERS, Given.tuple(ids, one -> List.of(one.conversation(), one.sender(), one.id())))
                .map(HolderReader::byIdentity);
    }

    private static Map<Identity, Holder> byIdentity(RowSet<Row> rows) {
        Map<Identity, Holder> holders = new HashMap<>();
        rows.forEach(row -> holders.put(
                new Identity(row.getString("conversation"), row.getString("sender"), row.getString("id")),
                new Holder(row.getLong("position"), row.getString("type"), Instant.ofEpochMilli(row.getLong("at")))));
        return holders;
    }

    /** The message, or system line, at that position. */
    Uni<Optional<Target>> target(String conversation, long position) {
        return database.look(TARGET, Tuple.of(conversation, position))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(HolderReader::target));
    }

    /** Somebody's settings of a conversation that is or was theirs. */
    Uni<Optional<Settings.Mine>> mine(String user, String conversation) {
        return database.look(MINE, Tuple.of(user, conversation))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> ConversationRow.of(row).mine()));
    }

    /** Of what a conversation, and a message in it, may have only so many. */
    Uni<Counts> counts(String conversation, long position) {
        return database.look(PINS, Tuple.of(conversation))
                .map(rows -> rows.iterator().next().getInteger("pins"))
                .chain(pins -> database.look(EMOJIS, Tuple.of(conversation, position))
                        .map(rows -> new Counts(
                                pins,
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getString("emoji"))
                                        .toList())));
    }

    private static Target target(Row row) {
        return new Target(
                row.getString("conversation"),
                row.getLong("position"),
                row.getString("sender"),
                Optional.ofNullable(row.getString("id")).orElse(""),
                row.getString("type"),
                row.getInteger("gone") != 0);
    }
}
