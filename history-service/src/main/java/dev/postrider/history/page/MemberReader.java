package dev.postrider.history.page;

import dev.postrider.contracts.rest.Marks;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.store.Given;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is in conversations, and how far each has got, where that is told. Within the caller's snapshot. */
@ApplicationScoped
public class MemberReader {
    /** Of rooms, which may be large, it is kept; of others there are few to count. */
    private static final String COUNTS = "SELECT h.conversation, IF(h.kind = 'room', h.members,"
            + " (SELECT COUNT(*) FROM member m WHERE m.conversation = h.conversation AND m.present)) AS members FROM "
            + Given.CONVERSATIONS + " STRAIGHT_JOIN conversation h ON h.conversation = k.conversation";

    private static final String MEMBERS = "SELECT m.conversation, m.user FROM " + Given.CONVERSATIONS
            + " STRAIGHT_JOIN member m ON m.conversation = k.conversation WHERE m.present"
            + " ORDER BY m.conversation, m.since_position, m.user";
    private static final String MARKS = "SELECT r.conversation, r.user, r.read_to, r.delivered_to FROM "
            + Given.CONVERSATIONS + " STRAIGHT_JOIN mark r ON r.conversation = k.conversation"
            + " JOIN member m ON m.conversation = r.conversation AND m.user = r.user AND m.present"
            + " ORDER BY r.conversation, r.user";

    private final HistoryConfig.Page config;

    MemberReader(HistoryConfig config) {
        this.config = config.page();
    }

    /** What is known of the people in conversations; each map lacks those where it is not told. */
    record People(Map<String, Integer> counts, Map<String, List<String>> members, Map<String, List<Marks>> marks) {}

    Uni<People> read(SqlConnection connection, List<String> conversations) {
        Map<String, Integer> counts = new HashMap<>();
        return in(connection, COUNTS, conversations)
                .invoke(rows ->
                        rows.forEach(row -> counts.put(row.getString("conversation"), row.getInteger("members"))))
                .chain(() -> members(connection, smaller(counts, config.listedMembersMax())))
                .chain(members -> marks(connection, smaller(counts, config.marksMembersMax()))
                        .map(marks -> new People(counts, members, marks)));
    }

    private static List<String> smaller(Map<String, Integer> counts, int max) {
        return counts.entrySet().stream()
                .filter(one -> one.getValue() <= max)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All present members. */
    Uni<Map<String, List<String>>> members(SqlConnection connection, List<String> conversations) {
        return in(connection, MEMBERS, conversations).map(rows -> {
            Map<String, List<String>> members = new HashMap<>();
            rows.forEach(row -> members.computeIfAbsent(row.getString("conversation"), id -> new ArrayList<>())
                    .add(row.getString("user")));
            return members;
        });
    }

    Uni<Map<String, List<Marks>>> marks(SqlConnection connection, List<String> conversations) {
        return in(connection, MARKS, conversations).map(rows -> {
            Map<String, List<Marks>> marks = new HashMap<>();
            conversations.forEach(id -> marks.put(id, new ArrayList<>()));
            rows.forEach(row -> marks.computeIfAbsent(row.getString("conversation"), id -> new ArrayList<>())
                    .add(marks(row)));
            return marks;
        });
    }

    /** Read implies delivered. */
    private static Marks marks(Row row) {
        long read = row.getLong("read_to");
        return new Marks(row.getString("user"), read, Math.max(read, row.getLong("delivered_to")));
    }

    private static Uni<Iterable<Row>> in(SqlConnection connection, String sql, List<String> conversations) {
        if (conversations.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return connection
                .preparedQuery(sql)
                .execute(Given.conversations(conversations))
                .map((RowSet<Row> rows) -> rows);
    }
}
