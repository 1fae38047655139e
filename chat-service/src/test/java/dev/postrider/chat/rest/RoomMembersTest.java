package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
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
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is in a room, who is banned from it, and that nobody is once it is deleted. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class RoomMembersTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String fern = TestTokens.newUser();
    private final String reed = TestTokens.newUser();

    @BeforeEach
    void nodeServes() {
        Calls.awaitServing();
    }

    private static ValidatableResponse members(String room, String user, String query) {
        return Calls.as(user).get("/api/rooms/" + room + "/members" + query).then();
    }

    private static ValidatableResponse bans(String room, String user) {
        return Calls.as(user).get("/api/rooms/" + room + "/bans").then();
    }

    @Test
    void membersSeeEachOtherTheHighestRolesFirst() {
        String room = RoomCalls.closed(wren);
        RoomCalls.add(room, wren, moss).statusCode(200);
        RoomCalls.add(room, wren, fern).statusCode(200);
        RoomCalls.appoint(room, wren, fern, "admin").statusCode(204);

        members(room, moss, "")
                .statusCode(200)
                .body("members.user.id", contains(wren, fern, moss))
                .body("members.role", contains("owner", "admin", "member"))
                .body("members[0].joinedAt", notNullValue())
                .body("total", equalTo(3))
                .body("next", nullValue());
        members(room, moss, "?role=admin")
                .body("members.user.id", contains(fern))
                .body("total", equalTo(1));
        members(room, moss, "?role=chief").statusCode(400).body("errors[0].field", equalTo("role"));
    }

    @Test
    void membersAreFoundByNameWithoutCase() {
        String room = RoomCalls.closed(wren);
        RoomCalls.add(room, wren, moss, fern).statusCode(200);
        String named = members(room, wren, "?role=member").extract().path("members[0].user.username");
        String id = members(room, wren, "?role=member").extract().path("members[0].user.id");

        members(room, fern, "?query=" + named.toUpperCase(Locale.ROOT))
                .statusCode(200)
                .body("members.user.id", contains(id))
                .body("total", equalTo(1));
        members(room, fern, "?query=nobody-is-called-so")
                .body("members", empty())
                .body("total", equalTo(0));
    }

    @Test
    void stretchesNameEveryMemberOnce() {
        String room = RoomCalls.closed(wren);
        RoomCalls.add(room, wren, moss, fern, reed).statusCode(200);

        for (String query : List.of("", "&query=.")) {
            List<String> whole =
                    members(room, wren, "?limit=200" + query).extract().path("members.user.id");
            List<String> found = new ArrayList<>();
            String after = "";
            while (after != null) {
                ValidatableResponse stretch =
                        members(room, wren, "?limit=1" + query + after).statusCode(200);
                found.addAll(stretch.extract().<List<String>>path("members.user.id"));
                String next = stretch.extract().path("next");
                after = next == null ? null : "&after=" + next;
            }
            assertEquals(whole, found);
        }
        members(room, wren, "?after=Zm9v").statusCode(400).body("errors[0].field", equalTo("after"));
    }

    @Test
    void whoIsNoMemberSeesNoMembers() {
        String open = RoomCalls.open(wren, "lists " + wren);
        String closed = RoomCalls.closed(wren);
        for (String room : List.of(open, closed)) {
            RoomCalls.add(room, wren, moss).statusCode(200);
            RoomCalls.leave(room, moss).statusCode(204);
            members(room, moss, "").statusCode(404);
            members(room, fern, "").statusCode(404);
            bans(room, fern).statusCode(404);
        }
    }

    @Test
    void whoIsBannedIsListedForThoseWhoRunTheRoom() {
        String room = RoomCalls.closed(wren);
        RoomCalls.add(room, wren, moss, fern).statusCode(200);
        RoomCalls.ban(room, wren, fern).statusCode(204);

        bans(room, wren).statusCode(200).body("bans.user.id", contains(fern)).body("next", nullValue());
        bans(room, moss).statusCode(403);
        bans(room, fern).statusCode(404);
        Calls.as(wren).delete("/api/rooms/" + room + "/bans/" + fern).then().statusCode(204);
        bans(room, wren).body("bans", empty());
    }

    @Test
    void aDeletedRoomIsThereForNobody() {
        String room = RoomCalls.open(wren, "ruin " + wren);
        RoomCalls.add(room, wren, moss).statusCode(200);
        RoomCalls.appoint(room, wren, moss, "admin").statusCode(204);
        RoomCalls.delete(room, fern).statusCode(403);
        RoomCalls.delete(room, moss).statusCode(403);

        RoomCalls.delete(room, wren).statusCode(204);

        for (String user : List.of(wren, moss, fern)) {
            RoomCalls.see(room, user).statusCode(404);
            RoomCalls.join(room, user).statusCode(404);
            RoomCalls.send(room, user).statusCode(404);
            RoomCalls.change(room, user, "{\"archived\":false}").statusCode(404);
            RoomCalls.add(room, user, user).statusCode(404);
            members(room, user, "").statusCode(404);
            RoomCalls.delete(room, user).statusCode(404);
        }
        Calls.as(wren).get("/api/rooms?query=" + wren).then().body("rooms", empty());
        RoomCalls.open(moss, "ruin " + wren);
    }

    @Test
    void anArchivedRoomCanBeDeletedByItsOwner() {
        String room = RoomCalls.closed(wren);
        RoomCalls.change(room, wren, "{\"archived\":true}").statusCode(200);

        RoomCalls.delete(room, wren).statusCode(204);

        RoomCalls.see(room, wren).statusCode(404);
    }
}
