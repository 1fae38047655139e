package dev.postrider.auth.ops;

import dev.postrider.auth.AuthConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Carries outbox rows to {@code chat.control}: publishes what it finds, deletes exactly those rows after the broker
 * acknowledged them, and begins again. A crash between the two publishes a row twice, never none. It remembers no
 * place in the table, so a row committed late is found like any other. Several instances may relay at once.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH_ROWS_MAX = 100;
    private static final String OLDEST =
            "select id, record_key, payload from outbox order by id limit " + BATCH_ROWS_MAX;

    private final Pool pool;
    private final ControlPublisher publisher;
    private final Vertx vertx;
    private final AuthConfig config;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean stopped;

    OutboxRelay(Pool pool, ControlPublisher publisher, Vertx vertx, AuthConfig config) {
        this.pool = pool;
        this.publisher = publisher;
        this.vertx = vertx;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        vertx.setPeriodic(config.outboxEvery().toMillis(), timer -> wake());
    }

    void onStop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Looks for rows now; returns at once. One run at a time, none forgotten that were committed before the call. */
    public void wake() {
        again.set(true);
        if (!stopped && running.compareAndSet(false, true)) {
            run();
        }
    }

    private void run() {
        again.set(false);
        relayBatch().subscribe().with(this::onBatch, this::onFailure);
    }

    private void onBatch(int relayed) {
        if (!stopped && (relayed == BATCH_ROWS_MAX || again.get())) {
            run();
            return;
        }
        running.set(false);
        if (again.get()) {
            wake();
        }
    }

    private void onFailure(Throwable away) {
        LOG.warnf("The outbox waits, its records are safe in the database: %s", away.toString());
        running.set(false);
    }

    private Uni<Integer> relayBatch() {
        return pool.query(OLDEST).execute().chain(this::publishAll).chain(this::delete);
    }

    private Uni<List<String>> publishAll(RowSet<Row> rows) {
        return Multi.createFrom()
                .items(() -> StreamSupport.stream(rows.spliterator(), false))
                .onItem()
                .transformToUniAndConcatenate(row -> publisher
                        .publish(
                                row.getString("record_key"),
                                row.getBuffer("payload").getBytes())
                        .replaceWith(row.getString("id")))
                .collect()
                .asList();
    }

    private Uni<Integer> delete(List<String> published) {
        if (published.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        String marks = "?" + ",?".repeat(published.size() - 1);
        return pool.preparedQuery("delete from outbox where id in (" + marks + ")")
                .execute(Tuple.from(published))
                .replaceWith(published.size());
    }
}
