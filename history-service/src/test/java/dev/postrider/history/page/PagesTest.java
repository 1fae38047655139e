package dev.postrider.history.page;

import static dev.postrider.history.support.Api.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.history.support.Api;
import dev.postrider.history.support.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagesTest {
    private final String wren = Talk.user();
    private final String moss = Talk.user();
    private final Talk talk = Talk.between(wren, moss);
    private final List<Long> said = new ArrayList<>();

    @BeforeEach
    void tenMessages() {
        for (int i = 0; i < 10; i++) {
            said.add(talk.say(i % 2 == 0 ? wren : moss, "message " + i));
        }
    }

    @Test
    void theNewestPageRisesByPositionAndSaysThatThereIsMore() {
        JsonPath page = page(moss, talk.conversation(), said.getLast(), Map.of("limit", 4));

        assertEquals(said.subList(6, 10), positions(page));
        assertTrue(page.getBoolean("hasMore"));
        assertTrue(page.getLong("asOf") >= said.getLast());
        assertNull(page.get("hasMoreAfter"));
    }

    @Test
    void pagesGoBackAndForthWithoutGapOrOverlap() {
        JsonPath before = page(moss, talk.conversation(), said.getLast(), Map.of("before", said.get(3), "limit", 3));
        JsonPath after = page(moss, talk.conversation(), said.getLast(), Map.of("after", said.get(3), "limit", 3));

        assertEquals(said.subList(0, 3), positions(before));
        assertFalse(before.getBoolean("hasMore"));
        assertEquals(said.subList(4, 7), positions(after));
        assertTrue(after.getBoolean("hasMore"));
    }

    @Test
    void aroundIncludesItsPositionAndLooksBothWays() {
        JsonPath around = page(moss, talk.conversation(), said.getLast(), Map.of("around", said.get(5), "limit", 4));

        assertEquals(said.subList(3, 7), positions(around));
        assertTrue(around.getBoolean("hasMore"));
        assertTrue(around.getBoolean("hasMoreAfter"));
    }

    @Test
    void sinceReadsForwardFromAnInstant() {
        String at = page(moss, talk.conversation(), said.getLast(), Map.of()).getString("messages[0].at");

        JsonPath since = page(moss, talk.conversation(), said.getLast(), Map.of("since", at));
        JsonPath later = page(moss, talk.conversation(), said.getLast(), Map.of("since", "2999-01-01T00:00:00Z"));

        assertEquals(said, positions(since));
        assertEquals(List.of(), positions(later));
    }

    @Test
    void messagesComeInTheirPresentState() {
        long root = said.getFirst();
        talk.edit(wren, root, "second text");
        long edited = talk.edit(wren, root, "third text");
        talk.react(moss, root, "👍", true);
        talk.react(wren, root, "👍", true);
        talk.react(wren, root, "🎉", true);
        talk.react(wren, root, "🎉", false);
        talk.pin(moss, root, true);
        long reply = talk.reply(moss, "a reply", root);

        JsonPath page = page(wren, talk.conversation(), reply, Map.of());

        assertEquals("third text", page.getString("messages[0].body"));
        assertEquals(2, page.getInt("messages[0].edited.count"));
        assertEquals("👍", page.getString("messages[0].reactions[0].emoji"));
        assertEquals(List.of(moss, wren), page.getList("messages[0].reactions[0].users"));
        assertTrue(page.getBoolean("messages[0].reactions[0].mine"));
        assertEquals(1, page.getList("messages[0].reactions").size());
        assertEquals(moss, page.getString("messages[0].pinned.by"));
        assertEquals(reply, page.getLong("messages[0].replies.lastPosition"));
        assertTrue(edited < reply);
    }

    @Test
    void aThreadHoldsItsRepliesAndTheMainLineHasThemToo() {
        long reply = talk.reply(moss, "a reply", said.getFirst());

        JsonPath thread = page(wren, talk.conversation(), reply, Map.of("thread", said.getFirst()));
        JsonPath main = page(wren, talk.conversation(), reply, Map.of());

        assertEquals(List.of(reply), positions(thread));
        assertEquals(reply, positions(main).getLast());
    }

    @Test
    void formerTextsReactionsReadersAndPinsAreTold() {
        long root = said.getFirst();
        talk.edit(wren, root, "second text");
        talk.react(moss, root, "👍", true);
        talk.pin(moss, root, true);
        long read = talk.read(moss, said.getLast());
        page(wren, talk.conversation(), read, Map.of());
        String message = "/api/conversations/{id}/messages/{position}";

        JsonPath edits = get(message + "/edits", root);
        JsonPath reactions = get(message + "/reactions", root);
        JsonPath readers = get(message + "/readers", root);
        JsonPath one = get(message, root);
        JsonPath pins = Api.as(wren)
                .get("/api/conversations/{id}/pins", talk.conversation())
                .jsonPath();

        assertEquals(List.of("message 0"), edits.getList("edits.body"));
        assertEquals(List.of(moss), reactions.getList("reactions.user"));
        assertEquals(List.of(moss), readers.getList("readers.user"));
        assertEquals("second text", one.getString("message.body"));
        assertEquals(List.of((int) root), pins.getList("messages.position"));
    }

    @Test
    void systemLinesStandInPagesUnlessLeftOut() {
        Talk room = Talk.room();
        room.join(1, Event.Role.Name.owner, wren, moss);
        long said = room.say(wren, "welcome");

        JsonPath all = page(moss, room.conversation(), said, Map.of());
        JsonPath messages = page(moss, room.conversation(), said, Map.of("types", "message"));

        assertEquals(List.of("joined", "message"), all.getList("messages.type"));
        assertEquals(List.of("message"), messages.getList("messages.type"));
    }

    @Test
    void parametersThatContradictAreRefused() {
        for (Map<String, ?> query : List.of(
                Map.of("before", 1, "after", 2),
                Map.of("limit", 0),
                Map.of("limit", 201),
                Map.of("since", "yesterday"),
                Map.of("through", "?"),
                Map.of("types", "sound"))) {
            Api.as(wren)
                    .queryParams(query)
                    .get("/api/conversations/{id}/messages", talk.conversation())
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    private JsonPath get(String path, long position) {
        return Api.as(wren)
                .get(path, talk.conversation(), position)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Long> positions(JsonPath page) {
        return page.getList("messages.position", Long.class);
    }
}
