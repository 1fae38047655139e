package dev.postrider.history.page;

import static dev.postrider.history.support.Api.as;
import static dev.postrider.history.support.Api.page;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.history.support.Talk;
import dev.postrider.testkit.server.EmbeddedMariaDb;
import dev.postrider.testkit.server.EmbeddedRedis;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WhileAwayTest {
    private final RedisDataSource redis;
    private final String wren = Talk.user();
    private final String moss = Talk.user();
    private final String stranger = Talk.user();
    private final Talk talk = Talk.between(wren, moss);

    WhileAwayTest(RedisDataSource redis) {
        this.redis = redis;
    }

    @Test
    void withoutTheDatabaseMembersStillSeeTheNewestAndNobodyElseDoes() {
        talk.say(wren, "hello");
        long said = talk.say(moss, "good evening");
        page(wren, talk.conversation(), said, Map.of());
        await().until(() -> String.valueOf(redis.execute("HGET", "history:page:{" + talk.conversation() + "}", "page"))
                .contains("good evening"));
        EmbeddedMariaDb.shared().pause();
        try {
            JsonPath page = get(wren, "/api/conversations/{id}/messages", 200);
            JsonPath list = as(wren).get("/api/conversations")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            JsonPath one = get(wren, "/api/conversations/{id}", 200);

            assertEquals(List.of("hello", "good evening"), page.getList("messages.body"));
            assertTrue(page.getBoolean("stale"));
            assertEquals(List.of(talk.conversation()), list.getList("conversations.id"));
            assertEquals(1, list.getInt("conversations[0].unread"));
            assertTrue(list.getBoolean("stale"));
            assertEquals("good evening", one.getString("conversation.last.body"));
            get(stranger, "/api/conversations/{id}/messages", 404);
            get(stranger, "/api/conversations/{id}", 404);
            get(wren, "/api/conversations/{id}/messages?before=" + said, 503);
            as(wren).get("/api/sync").then().statusCode(503).header("Retry-After", "2");
        } finally {
            EmbeddedMariaDb.shared().resume();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as(wren).get("/api/sync").statusCode() == 200);
    }

    @Test
    void withoutRedisEverythingIsStillThere() {
        EmbeddedRedis.shared().pause();
        try {
            long said = talk.say(wren, "hello");

            JsonPath page = page(moss, talk.conversation(), said, Map.of());

            assertEquals(List.of("hello"), page.getList("messages.body"));
            as(moss).get("/api/conversations").then().statusCode(200);
        } finally {
            EmbeddedRedis.shared().resume();
        }
    }

    @Test
    void aDeletionWhileRedisIsAwayIsMadeUpFor() {
        String secret = Talk.id();
        long said = talk.say(wren, "secret " + secret);
        page(wren, talk.conversation(), said, Map.of());
        await().until(() -> kept().contains(secret));
        EmbeddedRedis.shared().pause();
        long deleted = talk.delete(wren, said);
        page(wren, talk.conversation(), deleted, Map.of());

        EmbeddedRedis.shared().resume();

        await().atMost(Duration.ofSeconds(20)).until(() -> !kept().contains(secret));
    }

    private String kept() {
        return String.valueOf(redis.execute("HGET", "history:page:{" + talk.conversation() + "}", "page"));
    }

    private JsonPath get(String user, String path, int status) {
        return as(user).get(path, talk.conversation())
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }
}
