package dev.postrider.history.store;

import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Topics;
import dev.postrider.history.HistoryConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the log stands in the tables, and of which topic and epoch that is told. */
@ApplicationScoped
public class Progress {
    static final String TOPIC = Topics.LOG.topicName();
    private static final String READ = "SELECT part, next, epoch, topic_id FROM progress WHERE topic = ?";
    private static final String RAISE =
            "UPDATE progress SET epoch = ?, topic_id = ?, next = 0 WHERE topic = ? AND epoch < ?";

    private static final String UNHELD =
            " AND NOT EXISTS (SELECT 1 FROM generation WHERE held_until > " + Sql.NOW + ")";
    private static final String HELD = "SELECT 1 FROM generation WHERE held_until > " + Sql.NOW;

    private final Database database;
    private final int epoch;

    Progress(Database database, HistoryConfig config) {
        this.database = database;
        this.epoch = config.logEpoch();
    }

    /** The whole progress at one moment; {@code topicId} is empty before the first start. */
    public record Stand(LogVector vector, String topicId) {}

    /** The progress within a transaction's snapshot. */
    public Uni<LogVector> vector(SqlConnection connection) {
        return stand(connection).map(Stand::vector);
    }

    public Uni<Stand> stand() {
        return database.look(READ, Tuple.of(TOPIC)).map(this::stand);
    }

    /**
     * The progress, or empty where a condition holds: both of one moment, for they are one statement. In turn with all who
     * read for a caller.
     *
     * @param condition SQL that looks at no column of the progress
     */
    public Uni<Optional<LogVector>> unless(String condition, List<Object> values) {
        List<Object> all = new ArrayList<>();
        all.add(TOPIC);
        all.addAll(values);
        return database.lookInTurn(READ + " AND NOT " + condition, Tuple.from(all))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(stand(rows).vector()));
    }

    /**
     * The progress, its rows made if there are none yet, and moved to the configured epoch where that is higher: then
     * the log begins anew under this topic id.
     */
    public Uni<Stand> prepared(String topicId) {
        MultiRow rows = new MultiRow("INSERT INTO progress (topic, part, topic_id, epoch, next)", 5, "topic = topic");
        for (int partition = 0; partition < Topics.LOG.partitions(); partition++) {
            rows.row(TOPIC, partition, topicId, epoch, 0L);
        }
        return database.write(connection -> rows.write(connection)
                .chain(() -> connection.preparedQuery(RAISE).execute(Tuple.of(epoch, topicId, TOPIC, epoch)))
                .chain(() -> stand(connection)));
    }

    /**
     * Moves the progress of every span, if each stands exactly at its beginning and no rebuild holds the tables; answers
     * whether it did. As a transaction's first statement it takes the rows' locks, so that of two writers the second
     * sees the first's move; and a shared one of the generation's row, so that whoever sets a hold waits for us.
     */
    static Uni<Boolean> move(SqlConnection connection, Batch batch) {
        StringBuilder cases = new StringBuilder();
        StringBuilder where = new StringBuilder();
        List<Object> moved = new ArrayList<>();
        List<Object> expected = new ArrayList<>();
        for (Batch.Span span : batch.spans()) {
            cases.append(" WHEN ? THEN ?");
            moved.add(span.partition());
            moved.add(span.to());
            where.append(where.isEmpty() ? "" : " OR ").append("(part = ? AND next = ?)");
            expected.add(span.partition());
            expected.add(span.from());
        }
        List<Object> values = new ArrayList<>(moved);
        values.add(TOPIC);
        values.add(batch.epoch());
        values.addAll(expected);
        String sql = "UPDATE progress SET next = CASE part" + cases + " ELSE next END"
                + " WHERE topic = ? AND epoch = ? AND (" + where + ")" + UNHELD;
        return connection
                .preparedQuery(sql)
                .execute(Tuple.from(values))
                .map(result -> result.rowCount() == batch.spans().size());
    }

    /** Whether a rebuild holds the tables just now. */
    static Uni<Boolean> held(SqlConnection connection) {
        return connection.query(HELD).execute().map(rows -> rows.size() > 0);
    }

    private Uni<Stand> stand(SqlConnection connection) {
        return connection.preparedQuery(READ).execute(Tuple.of(TOPIC)).map(this::stand);
    }

    private Stand stand(RowSet<Row> rows) {
        long[] next = new long[Topics.LOG.partitions()];
        int stored = epoch;
        String topicId = "";
        for (Row row : rows) {
            next[row.getInteger("part")] = row.getLong("next");
            stored = row.getInteger("epoch");
            topicId = row.getString("topic_id");
        }
        return new Stand(LogVector.of(stored, next), topicId);
    }
}
