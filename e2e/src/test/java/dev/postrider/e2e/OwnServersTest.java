package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.e2e.person.Device;
import dev.postrider.e2e.person.Person;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.testkit.server.EmbeddedKafka;
import dev.postrider.testkit.server.EmbeddedMariaDb;
import dev.postrider.testkit.server.EmbeddedRedis;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kafka, MySQL and Redis of one's own, by one line each: only the services are started, and people chat. */
class OwnServersTest {

    @Test
    void peopleChatOnServersThatSomebodyElseRuns() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                EmbeddedMariaDb database = EmbeddedMariaDb.start();
                EmbeddedRedis redis = EmbeddedRedis.start()) {
            String mysql = "mysql://%s:%s@127.0.0.1:%d"
                    .formatted(EmbeddedMariaDb.USER, EmbeddedMariaDb.PASSWORD, database.port());
            Suite suite =
                    Suite.startWith("kafka=" + kafka.bootstrapServers(), "mysql=" + mysql, "redis=" + redis.url());
            try {
                assertEquals(
                        List.of("auth-service", "history-service", "chat-service-1", "chat-service-2", "api-gateway"),
                        suite.parts().map(row -> row.path("part").asText()).toList());
                nodesAgreeOnRedis(suite);
                writesToTheOther(Person.registers(suite.gateway(), "wren"), Person.registers(suite.gateway(), "moss"));
            } finally {
                suite.stop();
            }
        }
    }

    /** From their start on: else history would be asked about every message. */
    private static void nodesAgreeOnRedis(Suite suite) {
        suite.eventually(() -> {
            assertEquals(1, suite.metric("chat-service-1", "postrider_chat_window_sure", ""));
            assertEquals(1, suite.metric("chat-service-2", "postrider_chat_window_sure", ""));
        });
    }

    private static void writesToTheOther(Person wren, Person moss) {
        try (Device here = wren.opens();
                Device there = moss.opens()) {
            String id = here.getsAccepted(moss, "Your servers, our messages.");
            there.sees(id);
            assertEquals(List.of(id), there.messagesOf(wren.with(moss)));
        }
    }
}
