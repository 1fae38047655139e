package dev.postrider.history.page;

import static dev.postrider.history.support.Api.as;
import static dev.postrider.history.support.Api.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.postrider.history.support.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConversationsTest {
    private final String wren = Talk.user();

    @Test
    void theListIsNewestFirstAndComesInStretchesWithoutGapOrOverlap() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Talk talk = Talk.between(wren, Talk.user());
            page(wren, talk.conversation(), talk.say(wren, "hello"), Map.of());
            expected.addFirst(talk.conversation());
        }
        List<String> found = new ArrayList<>();

        String next = null;
        do {
            JsonPath stretch = list(next);
            found.addAll(stretch.getList("conversations.id"));
            next = stretch.getString("next");
        } while (next != null);

        assertEquals(expected, found);
    }

    @Test
    void aConversationTellsItsNewestMessageAndPeople() {
        String moss = Talk.user();
        Talk talk = Talk.between(wren, moss);
        talk.say(wren, "hello");
        long last = talk.say(moss, "good evening");
        page(wren, talk.conversation(), last, Map.of());

        JsonPath list = list(null);

        assertEquals("good evening", list.getString("conversations[0].last.body"));
        assertEquals("dm", list.getString("conversations[0].kind"));
        assertEquals("User " + moss.substring(22), list.getString("conversations[0].name"));
        assertEquals(2, list.getInt("conversations[0].memberCount"));
        assertEquals("all", list.getString("conversations[0].mine.notify"));
        assertFalse(list.getBoolean("conversations[0].mine.hidden"));
        assertNull(list.get("stale"));
    }

    @Test
    void aPlaceThatNobodyGaveIsRefused() {
        as(wren).queryParam("after", "!").get("/api/conversations").then().statusCode(400);
    }

    private JsonPath list(@org.jspecify.annotations.Nullable String after) {
        var request = as(wren).queryParam("limit", 2);
        return (after == null ? request : request.queryParam("after", after))
                .get("/api/conversations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
