package dev.postrider.testkit.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.topic.Topics;
import dev.postrider.stack.server.MariaDbServer;
import dev.postrider.stack.server.RedisServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class EmbeddedServersTest {

    @Test
    void kafkaHasExactlyTheDeclaredTopicsAlsoAfterItWasEmptied() throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.shared();
        assertEquals(declared(), topics(kafka));

        kafka.empty();

        assertEquals(declared(), topics(kafka));
    }

    @Test
    void secondAskerGetsTheSameServer() {
        EmbeddedRedis first = EmbeddedRedis.shared();

        EmbeddedRedis second = EmbeddedRedis.shared();

        assertEquals(first.port(), second.port());
    }

    @Test
    void databaseTellsCaseApartInAsciiIdsAndKeepsItsRowsOverARestart() throws SQLException {
        EmbeddedMariaDb server = EmbeddedMariaDb.shared();
        String schema = MariaDbServer.SCHEMAS.getFirst();
        run(server, schema, "CREATE TABLE id_case (id VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY)");
        run(server, schema, "INSERT INTO id_case VALUES ('abc'), ('ABC')");

        server.kill();
        assertFalse(server.database().answers());
        server.restart();

        assertEquals(2, count(server, schema, "id_case"));
        server.empty(schema);
        assertEquals(0, count(server, "information_schema", "tables WHERE table_schema = '" + schema + "'"));
    }

    @Test
    void pausedRedisAnswersNothingUntilResumed() {
        try (EmbeddedRedis redis = EmbeddedRedis.start()) {
            redis.pause();
            assertFalse(RedisServer.answers("127.0.0.1", redis.port()));

            redis.resume();

            assertTrue(RedisServer.answers("127.0.0.1", redis.port()));
        }
    }

    private static Set<String> declared() {
        return Arrays.stream(Topics.values()).map(Topics::topicName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> topics(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
            return new TreeSet<>(admin.listTopics().names().get(20, TimeUnit.SECONDS));
        }
    }

    private static void run(EmbeddedMariaDb server, String schema, String sql) throws SQLException {
        try (Connection connection = server.database().connect(schema);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(EmbeddedMariaDb server, String schema, String from) throws SQLException {
        try (Connection connection = server.database().connect(schema);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
            assertTrue(rows.next());
            return rows.getInt(1);
        }
    }
}
