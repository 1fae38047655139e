package dev.postrider.bench.limit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.contracts.topic.LogPartitions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.mariadb.jdbc.Driver;

/**
 * What {@link DurableRelay} appended, as rows: many to a statement, with how far it has read in the same transaction. Nothing is
 * looked up, folded, or kept from being stored twice: {@code BOOTSTRAP JDBC-URL USER}, the password in the environment.
 */
final class BareStore {
    static final String TOPIC = "bench.durable";
    static final String PASSWORD = "BENCH_PASSWORD";
    static final String READY = "reading";
    static final String PROGRESS = "SELECT next FROM bench_durable_progress";

    private static final int ROWS_PER_STATEMENT_MAX = 500;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSERT =
            "INSERT INTO bench_durable (conversation, position, type, sender, id, at, counts, body) VALUES ";

    private BareStore() {}

    /** Both tables anew. */
    static void tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bench_durable, bench_durable_progress");
            statement.execute(BareInsert.table("bench_durable"));
            statement.execute("CREATE TABLE bench_durable_progress (next BIGINT NOT NULL) ENGINE = InnoDB");
            statement.execute("INSERT INTO bench_durable_progress VALUES (0)");
        }
    }

    public static void main(String[] words) throws SQLException, IOException {
        Properties reader = new Properties();
        reader.put("bootstrap.servers", words[0]);
        Properties writer = new Properties();
        writer.put("user", words[2]);
        writer.put("password", System.getenv(PASSWORD));
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Connection connection = Objects.requireNonNull(new Driver().connect(words[1], writer))) {
            connection.setAutoCommit(false);
            List<TopicPartition> parts = IntStream.range(0, LogPartitions.COUNT)
                    .mapToObj(part -> new TopicPartition(TOPIC, part))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            parts.forEach(consumer::position);
            System.out.println(READY);
            while (true) {
                List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
                consumer.poll(POLL).forEach(read::add);
                for (int from = 0; from < read.size(); from += ROWS_PER_STATEMENT_MAX) {
                    store(connection, read.subList(from, Math.min(from + ROWS_PER_STATEMENT_MAX, read.size())));
                }
            }
        }
    }

    private static void store(Connection connection, List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException, IOException {
        String values = String.join(",", Collections.nCopies(records.size(), "(?,?,'message',?,?,?,1,?)"));
        try (PreparedStatement insert = connection.prepareStatement(INSERT + values);
                PreparedStatement progress =
                        connection.prepareStatement("UPDATE bench_durable_progress SET next = next + ?")) {
            int at = 0;
            for (ConsumerRecord<byte[], byte[]> record : records) {
                JsonNode message = JSON.readTree(record.value());
                insert.setString(++at, message.path("conversation").asText());
                insert.setLong(++at, record.offset());
                insert.setString(++at, message.path("from").asText());
                insert.setString(++at, message.path("id").asText());
                insert.setLong(++at, Instant.parse(message.path("at").asText()).toEpochMilli());
                insert.setString(++at, message.path("body").asText());
            }
            insert.executeUpdate();
            progress.setLong(1, records.size());
            progress.executeUpdate();
            connection.commit();
        }
    }

    /** As a process of its own, with as much heap as history-service in the local stack. */
    static BareProcess start(String bootstrap, String jdbcUrl, String user, String password) {
        return BareProcess.start(
                BareStore.class,
                List.of("-Xmx256m"),
                List.of(bootstrap, jdbcUrl, user),
                Map.of(PASSWORD, password),
                READY);
    }
}
