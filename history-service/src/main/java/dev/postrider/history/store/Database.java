package dev.postrider.history.store;

import dev.postrider.history.HistoryConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.mysqlclient.MySQLException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/**
 * The two ways to the tables. Work once begun is never cancelled: a connection given back in mid-transaction would
 * have its half committed by the next one's START TRANSACTION. Never blocks.
 */
@ApplicationScoped
public class Database {
    private static final String ISOLATION = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";
    private static final String SNAPSHOT = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";

    /** Deadlock with a rename; another table than at the snapshot; a statement prepared for the table before. */
    private static final Set<Integer> SWAPPED = Set.of(1213, 1412, 1615);

    private static final int SWAP_RETRIES = 3;

    private final Pool pool;
    private final Duration readTimeout;
    private final ReadTurns turns;

    Database(Pool pool, HistoryConfig config) {
        this.pool = pool;
        this.readTimeout = config.readTimeout();
        this.turns = new ReadTurns(config.readsAtOnce(), config.readsWaitingMax(), readTimeout, System::nanoTime);
    }

    /** As {@link #read}, for a caller: in turn with all others, so that they never keep the service itself waiting. */
    public <T> Uni<T> readInTurn(Function<SqlConnection, Uni<T>> work) {
        return inTime(uncancelled(turns.take(() -> snapshots(work))));
    }

    /** Reads from one consistent snapshot. Fails with {@link DatabaseAwayException} where that takes too long. */
    public <T> Uni<T> read(Function<SqlConnection, Uni<T>> work) {
        return inTime(uncancelled(snapshots(work)));
    }

    /** One statement that reads: consistent by itself, so that it costs one way to the database and not four. */
    public Uni<RowSet<Row>> look(String sql, Tuple values) {
        return inTime(uncancelled(statement(sql, values)));
    }

    /** As {@link #look}, for a caller: in turn with all others. */
    public Uni<RowSet<Row>> lookInTurn(String sql, Tuple values) {
        return inTime(uncancelled(turns.take(() -> statement(sql, values))));
    }

    /** Runs the work in a transaction; any failure rolls it back. There is no time limit: see the class comment. */
    public <T> Uni<T> write(Function<SqlConnection, Uni<T>> work) {
        return uncancelled(pool.withTransaction(work))
                .onFailure(DatabaseAwayException::isMeantBy)
                .transform(DatabaseAwayException::new);
    }

    private Uni<RowSet<Row>> statement(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .onFailure(Database::isSwap)
                .retry()
                .atMost(SWAP_RETRIES);
    }

    private <T> Uni<T> snapshots(Function<SqlConnection, Uni<T>> work) {
        return pool.withConnection(connection -> snapshot(connection, work))
                .onFailure(Database::isSwap)
                .retry()
                .atMost(SWAP_RETRIES);
    }

    private <T> Uni<T> inTime(Uni<T> work) {
        return work.ifNoItem()
                .after(readTimeout)
                .failWith(() -> new DatabaseAwayException("no answer in time"))
                .onFailure(DatabaseAwayException::isMeantBy)
                .transform(DatabaseAwayException::new);
    }

    private static <T> Uni<T> snapshot(SqlConnection connection, Function<SqlConnection, Uni<T>> work) {
        return connection
                .query(ISOLATION)
                .execute()
                .chain(() -> connection.query(SNAPSHOT).execute())
                .chain(() -> work.apply(connection))
                .onItemOrFailure()
                .call(() -> connection.query("ROLLBACK").execute().onFailure().recoverWithNull());
    }

    /** A rebuild put other tables in place meanwhile: the same work again reads those. */
    private static boolean isSwap(Throwable failure) {
        return failure instanceof MySQLException answer && SWAPPED.contains(answer.getErrorCode());
    }

    private static <T> Uni<T> uncancelled(Uni<T> work) {
        return Uni.createFrom().emitter(outcome -> work.subscribe().with(outcome::complete, outcome::fail));
    }
}
