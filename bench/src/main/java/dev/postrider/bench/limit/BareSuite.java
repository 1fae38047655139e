package dev.postrider.bench.limit;

import dev.postrider.bench.measure.LogEnd;
import dev.postrider.bench.measure.Rows;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.stack.part.OutsideWorld;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The least suite whose answer means that the log has the message and whose database gets a row: {@link DurableRelay} and {@link
 * BareStore} on the suite's own Kafka and database. What ours costs above it is what its other promises cost.
 */
public final class BareSuite implements AutoCloseable {
    /** The one where the suite's account may make tables. */
    private static final String SCHEMA = "postrider_history";

    private static final int PORT = 18_195;
    private static final long ROWS_MILLIS_MAX = 60_000;

    private final BareProcess relay;
    private final BareProcess store;
    private final LogEnd logEnd;
    private final Rows rows;

    private BareSuite(BareProcess relay, BareProcess store, LogEnd logEnd, Rows rows) {
        this.relay = relay;
        this.store = store;
        this.logEnd = logEnd;
        this.rows = rows;
    }

    public static BareSuite start(OutsideWorld world) {
        String bootstrap = world.kafka().bootstrapServers();
        BareTopic.make(world.kafka(), BareStore.TOPIC, LogPartitions.COUNT);
        try (Connection connection = world.database().connect(SCHEMA)) {
            BareStore.tables(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        BareProcess store = BareStore.start(
                bootstrap,
                world.database().jdbcUrl(SCHEMA),
                world.database().user(),
                world.database().password());
        BareProcess relay = BareProcess.start(
                DurableRelay.class,
                List.of("-Xmx256m"),
                List.of(Integer.toString(PORT), bootstrap),
                Map.of(),
                "listening");
        return new BareSuite(
                relay,
                store,
                new LogEnd(world.kafka(), BareStore.TOPIC),
                new Rows(world.database(), BareStore.PROGRESS));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + PORT);
    }

    /** Of what runs here and of the suite's Kafka and database, given all of the suite. */
    public Map<String, Long> pids(Map<String, Long> suite) {
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put("relay", relay.pid());
        pids.put("store", store.pid());
        for (String part : List.of("kafka", "mariadb")) {
            pids.put(part, suite.get(part));
        }
        return pids;
    }

    /** Milliseconds until the last row stood, or -1 where it did not within a minute. */
    public long settled() {
        return rows.await(logEnd.now(), ROWS_MILLIS_MAX);
    }

    @Override
    public void close() {
        relay.close();
        store.close();
        logEnd.close();
        rows.close();
    }
}
