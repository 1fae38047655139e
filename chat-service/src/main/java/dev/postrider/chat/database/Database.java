package dev.postrider.chat.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Transactions and single statements, from any thread. Work once begun is never cancelled: a connection that was given
 * back in mid-transaction would have its half committed by the next one's beginning. Never blocks.
 */
@ApplicationScoped
public class Database {
    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /** One transaction; any failure rolls it back, or leaves unknown whether it was committed. */
    public <T> Uni<T> write(Function<SqlConnection, Uni<T>> work) {
        return uncancelled(pool.withTransaction(work));
    }

    /** One statement that reads, and is consistent by itself. */
    public Uni<List<Row>> look(String sql, Object... values) {
        return uncancelled(pool.preparedQuery(sql).execute(tuple(values))).map(Database::rows);
    }

    /** One statement that writes; answers how many rows it changed. */
    public Uni<Integer> change(String sql, Object... values) {
        return uncancelled(pool.preparedQuery(sql).execute(tuple(values))).map(RowSet::rowCount);
    }

    /** One statement of a transaction. */
    public static Uni<List<Row>> look(SqlConnection connection, String sql, Object... values) {
        return connection.preparedQuery(sql).execute(tuple(values)).map(Database::rows);
    }

    /** One statement of a transaction; answers how many rows it changed. */
    public static Uni<Integer> change(SqlConnection connection, String sql, Object... values) {
        return connection.preparedQuery(sql).execute(tuple(values)).map(RowSet::rowCount);
    }

    /** So many question marks with commas between them. */
    public static String marks(int count) {
        return "?" + ",?".repeat(count - 1);
    }

    private static Tuple tuple(Object... values) {
        return Tuple.from(values);
    }

    private static List<Row> rows(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    private static <T> Uni<T> uncancelled(Uni<T> work) {
        return Uni.createFrom().emitter(outcome -> work.subscribe().with(outcome::complete, outcome::fail));
    }
}
