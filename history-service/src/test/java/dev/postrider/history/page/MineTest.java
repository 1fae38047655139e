package dev.postrider.history.page;

import static dev.postrider.history.support.Api.as;
import static dev.postrider.history.support.Api.conversation;
import static dev.postrider.history.support.Api.page;
import static dev.postrider.history.support.Api.sync;
import static dev.postrider.history.support.Api.through;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.history.support.LogPen;
import dev.postrider.history.support.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One's own settings, wherever a conversation is shown. */
@QuarkusTest
class MineTest {
    private final String wren = Talk.user();
    private final String moss = Talk.user();
    private final Talk room = Talk.room();

    private long sets(boolean favourite, boolean hidden) {
        return LogPen.write(new Event.Mine(
                "me:" + wren,
                -1,
                Instant.EPOCH,
                room.conversation(),
                new Settings.Mine(Settings.Notify.mentions, null, favourite, hidden)));
    }

    private void roomOfTwo() {
        room.change(1, wren, new RoomChange("shed", "", RoomChange.Visibility.PRIVATE, false, Settings.DEFAULTS));
        room.join(2, Event.Role.Name.owner, wren);
        page(wren, room.conversation(), room.join(3, Event.Role.Name.member, moss), Map.of());
    }

    private void read(long set) {
        sync(wren, null, through("me:" + wren, set)).statusCode(200);
    }

    private boolean hiddenInside() {
        return RestAssured.given()
                .header(Internal.KEY_HEADER, "development-service-key")
                .queryParam("user", wren)
                .queryParam("about", room.conversation())
                .get(Internal.MINE)
                .then()
                .statusCode(200)
                .extract()
                .path("hidden");
    }

    @Test
    void settingsAreShownToTheirOwnerAloneWhereverTheConversationIs() {
        roomOfTwo();
        String cursor = sync(wren, null, null).extract().path("cursor");

        long set = sets(true, false);

        JsonPath changed = sync(wren, cursor, through("me:" + wren, set))
                .statusCode(200)
                .extract()
                .jsonPath();
        String own = "conversations.find { it.id == 'me:" + wren + "' }";
        assertEquals(List.of("mine"), changed.getList(own + ".events.type"));
        assertEquals(room.conversation(), changed.getString(own + ".events[0].about"));
        assertTrue(conversation(wren, room.conversation()).getBoolean("conversation.mine.favourite"));
        assertEquals("mentions", conversation(wren, room.conversation()).getString("conversation.mine.notify"));
        assertFalse(conversation(moss, room.conversation()).getBoolean("conversation.mine.favourite"));
        JsonPath fresh = sync(wren, null, null).extract().jsonPath();
        assertTrue(fresh.getBoolean("conversations.find { it.id == '" + room.conversation() + "' }.mine.favourite"));
        as(moss).get("/api/conversations/{id}/messages", "me:" + wren).then().statusCode(404);
    }

    @Test
    void hiddenEndsWithTheNextMessageAndNotWithALine() {
        roomOfTwo();
        room.say(moss, "before");
        read(sets(false, true));
        assertTrue(conversation(wren, room.conversation()).getBoolean("conversation.mine.hidden"));
        assertTrue(hiddenInside());

        long renamed = room.change(4, wren, new RoomChange("barn", null, null, null, null));
        page(wren, room.conversation(), renamed, Map.of());
        assertTrue(conversation(wren, room.conversation()).getBoolean("conversation.mine.hidden"));
        await().until(() -> {
            long said = room.say(moss, "after");
            page(wren, room.conversation(), said, Map.of());
            return !conversation(wren, room.conversation()).getBoolean("conversation.mine.hidden");
        });

        assertFalse(hiddenInside());
    }
}
