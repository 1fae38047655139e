package dev.postrider.history.page;

import static dev.postrider.history.support.Api.page;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.history.support.Tables;
import dev.postrider.history.support.Talk;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeletionTest {
    private final RedisDataSource redis;
    private final String wren = Talk.user();
    private final String moss = Talk.user();
    private final Talk talk = Talk.between(wren, moss);

    DeletionTest(RedisDataSource redis) {
        this.redis = redis;
    }

    @Test
    void aDeletedTextIsNowhereWithinASecond() {
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        long said = talk.say(wren, "secret " + first, List.of(moss));
        talk.react(moss, said, "👍", true);
        talk.pin(moss, said, true);
        page(moss, talk.conversation(), talk.edit(wren, said, "secret " + second), Map.of());
        await().until(() -> kept().contains(second));
        assertEquals(List.of("entry", "version"), Tables.holding(second));

        long deleted = talk.delete(wren, said);

        await().atMost(Duration.ofSeconds(1)).until(() -> Tables.holding(second).isEmpty() && !kept().contains(second));
        assertEquals(List.of(), Tables.holding(first));
        assertFalse(kept().contains(first));
        await().until(() ->
                Tables.number("SELECT COUNT(*) FROM page_purge WHERE conversation = ?", talk.conversation()) == 0);
        JsonPath page = page(moss, talk.conversation(), deleted, Map.of());
        assertNull(page.get("messages[0].body"));
        assertNull(page.get("messages[0].reactions"));
        assertNull(page.get("messages[0].pinned"));
        assertNull(page.get("messages[0].edited"));
        assertEquals(wren, page.getString("messages[0].deleted.by"));
    }

    @Test
    void theNoteOfADeletionGoesAlsoWhereNoPageIsKept() {
        Talk crowd = Talk.room();
        for (long change = 1; change <= 2; change++) {
            crowd.join(
                    change,
                    Event.Role.Name.member,
                    Stream.generate(Talk::user).limit(600).toArray(String[]::new));
        }
        crowd.join(3, Event.Role.Name.member, wren);
        long said = crowd.say(wren, "too many hear this");

        page(wren, crowd.conversation(), crowd.delete(wren, said), Map.of());

        await().until(() ->
                Tables.number("SELECT COUNT(*) FROM page_purge WHERE conversation = ?", crowd.conversation()) == 0);
    }

    @Test
    void anOlderPageNeverReplacesANewerOne() {
        long said = talk.say(wren, "newest");
        page(moss, talk.conversation(), said, Map.of());
        await().until(() -> kept().contains("newest"));

        redis.execute(
                "EVAL",
                new String(read("/lua/put_page.lua"), java.nio.charset.StandardCharsets.UTF_8),
                "1",
                "history:page:{" + talk.conversation() + "}",
                "%019d".formatted(said),
                "an older page",
                "60");

        assertTrue(kept().contains("newest"));
    }

    private String kept() {
        return String.valueOf(redis.execute("HGET", "history:page:{" + talk.conversation() + "}", "page"));
    }

    private static byte[] read(String resource) {
        try (var in = DeletionTest.class.getResourceAsStream(resource)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
