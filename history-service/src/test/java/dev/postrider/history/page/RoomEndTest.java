package dev.postrider.history.page;

import static dev.postrider.history.support.Api.as;
import static dev.postrider.history.support.Api.page;
import static dev.postrider.history.support.Api.sync;
import static dev.postrider.history.support.Api.through;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.history.support.Tables;
import dev.postrider.history.support.Talk;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a deleted room leaves behind. */
@QuarkusTest
class RoomEndTest {
    private final RedisDataSource redis;
    private final String wren = Talk.user();
    private final String moss = Talk.user();
    private final Talk room = Talk.room();
    private final String word = UUID.randomUUID().toString();

    RoomEndTest(RedisDataSource redis) {
        this.redis = redis;
    }

    /** A room of two in which the word stands in name, message, edit and mention; where its log ends. */
    private long roomFullOf(String text) {
        room.change(
                1,
                wren,
                new RoomChange("about " + text, text, RoomChange.Visibility.PRIVATE, false, Settings.DEFAULTS));
        room.join(2, Event.Role.Name.owner, wren);
        room.join(3, Event.Role.Name.member, moss);
        long said = room.say(wren, "hello " + text, List.of(moss));
        room.reply(moss, "answer " + text, said);
        room.react(moss, said, "👍", true);
        room.pin(wren, said, true);
        room.read(moss, said);
        return room.edit(wren, said, "well, hello " + text);
    }

    private static List<String> holding(String conversation) {
        return List.of("entry", "version", "mention", "reaction", "pin", "mark", "reply", "event").stream()
                .filter(table ->
                        Tables.number("SELECT COUNT(*) FROM " + table + " WHERE conversation = ?", conversation) > 0)
                .toList();
    }

    private String kept() {
        return String.valueOf(redis.execute("HGET", "history:page:{" + room.conversation() + "}", "page"));
    }

    @Test
    void nothingThatWasSaidIsLeftAndNobodyMayReadIt() {
        page(moss, room.conversation(), roomFullOf(word), Map.of());
        await().until(() -> kept().contains(word));

        long ended = room.change(4, wren, RoomChange.deletion());

        await().until(() -> Tables.holding(word).isEmpty() && !kept().contains(word));
        assertEquals(List.of("entry"), holding(room.conversation()));
        assertEquals(
                List.of(Long.toString(ended)),
                Tables.texts("SELECT position FROM entry WHERE conversation = ?", room.conversation()));
        for (String user : List.of(wren, moss)) {
            for (String what : List.of("", "/messages", "/pins")) {
                as(user).get("/api/conversations/{id}" + what, room.conversation())
                        .then()
                        .statusCode(404);
            }
        }
    }

    @Test
    void membersAreCountedAsTheyComeAndGo() {
        roomFullOf(word);
        room.join(4, Event.Role.Name.member, Talk.user(), Talk.user());
        room.leave(5, moss);
        room.join(6, Event.Role.Name.member, moss);
        room.join(6, Event.Role.Name.member, Talk.user());
        page(wren, room.conversation(), room.leave(7, moss), Map.of());

        assertEquals(
                3,
                as(wren).get("/api/conversations/{id}", room.conversation())
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Integer>path("conversation.memberCount"));
    }

    @Test
    void whoWasAwayIsToldOnceThatItIsGone() {
        long before = roomFullOf(word);
        String cursor = sync(moss, null, through(room.conversation(), before))
                .statusCode(200)
                .extract()
                .path("cursor");
        long ended = room.change(4, wren, RoomChange.deletion());

        JsonPath answer = sync(moss, cursor, through(room.conversation(), ended))
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath next = sync(moss, answer.getString("cursor"), null)
                .statusCode(200)
                .extract()
                .jsonPath();

        String mine = "conversations.find { it.id == '" + room.conversation() + "' }";
        assertTrue(answer.getBoolean(mine + ".gone"));
        assertEquals(List.of("room"), answer.getList(mine + ".events.type"));
        assertTrue(answer.getBoolean(mine + ".events[0].changed.deleted"));
        assertFalse(answer.prettify().contains(word));
        assertEquals(List.of(), next.getList("conversations.findAll { it.id == '" + room.conversation() + "' }"));
    }

    @Test
    void whatIsAcceptedInTheLastMomentGoesAsWell() {
        roomFullOf(word);
        room.change(4, wren, RoomChange.deletion());
        long late = room.say(moss, "too late " + word);

        await().until(() -> Tables.number(
                        "SELECT COUNT(*) FROM holder WHERE conversation = ? AND position = ?",
                        room.conversation(),
                        late)
                == 1);
        assertEquals(List.of(), Tables.holding(word));
    }
}
