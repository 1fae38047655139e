package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class RoomListTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    /** Names of this test alone. */
    private final String mark = TestTokens.newUser();

    @BeforeEach
    void nodeServes() {
        Calls.awaitServing();
    }

    private static ValidatableResponse find(String user, String query) {
        return Calls.as(user).get("/api/rooms?" + query).then();
    }

    @Test
    void onlyWhatIsPublicAndNotArchivedIsFoundByNameWithoutCase() {
        String pond = RoomCalls.open(wren, "The Pond " + mark);
        RoomCalls.room(wren, "The Shed " + mark, "private", "{}");
        String left = RoomCalls.open(wren, "The Ruin " + mark);
        RoomCalls.leave(left, wren).statusCode(204);

        find(moss, "query=tHE%20pOND%20" + mark)
                .statusCode(200)
                .body("rooms.id", contains(pond))
                .body("rooms[0].memberCount", equalTo(1))
                .body("rooms[0].mine", nullValue())
                .body("next", nullValue());
        find(wren, "query=" + mark).body("rooms.id", contains(pond)).body("rooms[0].mine.role", equalTo("owner"));
    }

    @Test
    void aTopicIsSearchedToo() {
        String room = Calls.as(wren)
                .body("{\"name\":\"Hill %s\",\"visibility\":\"public\",\"topic\":\"Of Stones %s\"}"
                        .formatted(moss, mark))
                .post("/api/rooms")
                .then()
                .statusCode(201)
                .extract()
                .path("room.id");

        find(moss, "query=of%20STONES%20" + mark).body("rooms.id", contains(room));
    }

    @Test
    void whatStandsForAnythingElsewhereStandsForItself() {
        String percent = RoomCalls.open(wren, "100% " + mark);
        RoomCalls.open(wren, "1000 " + mark);
        String line = RoomCalls.open(wren, "a_b! " + mark);
        RoomCalls.open(wren, "acb! " + mark);

        find(moss, "query=100%25%20" + mark).body("rooms.id", contains(percent));
        find(moss, "query=A_B!%20" + mark).body("rooms.id", contains(line));
    }

    @Test
    void stretchesGiveEveryRoomOnceInOrder() {
        List<String> made = new ArrayList<>();
        for (String letter : List.of("a", "B", "c", "D", "e")) {
            made.add(RoomCalls.open(wren, letter + mark));
        }

        List<String> found = new ArrayList<>();
        String after = "";
        while (after != null) {
            ValidatableResponse stretch =
                    find(moss, "query=" + mark + "&limit=2" + after).statusCode(200);
            found.addAll(stretch.extract().<List<String>>path("rooms.id"));
            String next = stretch.extract().path("next");
            after = next == null ? null : "&after=" + next;
        }

        assertEquals(made, found);
    }

    @Test
    void whatIsNoPlaceAndNoLimitIsRefused() {
        find(moss, "after=%2B%2B").statusCode(400).body("errors[0].field", equalTo("after"));
        find(moss, "limit=0").statusCode(400).body("errors[0].field", equalTo("limit"));
        find(moss, "limit=201").statusCode(400);
    }

    @Test
    void membersAreCountedAsTheyComeAndGo() {
        String room = RoomCalls.open(wren, mark);
        RoomCalls.join(room, moss).statusCode(200).body("room.memberCount", equalTo(2));
        RoomCalls.join(room, moss).body("room.memberCount", equalTo(2));

        RoomCalls.leave(room, moss).statusCode(204);
        RoomCalls.leave(room, moss).statusCode(204);

        find(moss, "query=" + mark).body("rooms[0].memberCount", equalTo(1));
        RoomCalls.join(room, moss).body("room.memberCount", equalTo(2));
    }

    @Test
    void aRoomIsSeenByWhoeverMayKnowOfIt() {
        String open = RoomCalls.open(wren, mark);
        String closed = RoomCalls.closed(wren);
        for (String room : List.of(open, closed)) {
            RoomCalls.add(room, wren, moss).statusCode(200);
            RoomCalls.see(room, moss).statusCode(200).body("room.mine.role", equalTo("member"));
            RoomCalls.leave(room, moss).statusCode(204);
        }

        RoomCalls.see(open, moss).statusCode(200).body("room.mine", nullValue());
        RoomCalls.see(closed, moss).statusCode(404).body("code", equalTo("not-found"));
        RoomCalls.see("room:01JZ0000000000000000000000", moss).statusCode(404);
    }
}
