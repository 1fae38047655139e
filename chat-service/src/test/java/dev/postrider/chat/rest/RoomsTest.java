package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class RoomsTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String fern = TestTokens.newUser();

    @BeforeEach
    void nodeServes() {
        Calls.awaitServing();
    }

    private static String room(String owner, String name, String visibility, String settings) {
        return Calls.as(owner)
                .body("{\"name\":\"%s\",\"visibility\":\"%s\",\"settings\":%s}".formatted(name, visibility, settings))
                .post("/api/rooms")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("/api/rooms/room:.*"))
                .extract()
                .path("room.id");
    }

    private String closedRoom() {
        return room(wren, "the shed", "private", "{}");
    }

    private static ValidatableResponse join(String room, String user) {
        return Calls.as(user).post("/api/rooms/" + room + "/join").then();
    }

    private static ValidatableResponse add(String room, String by, String... users) {
        return Calls.as(by)
                .body("{\"users\":[\"" + String.join("\",\"", users) + "\"]}")
                .post("/api/rooms/" + room + "/members")
                .then();
    }

    private static ValidatableResponse remove(String room, String by, String user, String query) {
        return Calls.as(by)
                .delete("/api/rooms/" + room + "/members/" + user + query)
                .then();
    }

    private static ValidatableResponse appoint(String room, String by, String user, String role) {
        return Calls.as(by)
                .body("{\"role\":\"" + role + "\"}")
                .put("/api/rooms/" + room + "/members/" + user)
                .then();
    }

    private static ValidatableResponse send(String conversation, String user) {
        return Calls.as(user)
                .body("{\"body\":\"hello\"}")
                .post("/api/conversations/" + conversation + "/messages")
                .then();
    }

    @Test
    void whoMakesARoomOwnsIt() {
        String room = closedRoom();

        Calls.as(wren)
                .get("/api/rooms/" + room)
                .then()
                .statusCode(200)
                .body("room.mine.role", equalTo("owner"))
                .body("room.memberCount", equalTo(1))
                .body("room.settings.posting", equalTo("members"))
                .body("room.topic", equalTo(""));
        send(room, wren).statusCode(201);
    }

    @Test
    void aPrivateRoomIsNotThereForOthers() {
        String room = closedRoom();

        Calls.as(moss).get("/api/rooms/" + room).then().statusCode(404);
        join(room, moss).statusCode(404);
        send(room, moss).statusCode(404);
        add(room, moss, moss).statusCode(404);
        remove(room, moss, wren, "").statusCode(404);
    }

    @Test
    void whoJoinsAPublicRoomWritesThere() {
        String room = room(wren, "garden " + wren, "public", "{}");
        Calls.as(moss).get("/api/rooms/" + room).then().statusCode(200).body("room.mine", nullValue());
        send(room, moss).statusCode(404);

        join(room, moss).statusCode(200).body("room.mine.role", equalTo("member"));
        join(room, moss).statusCode(200).body("room.memberCount", equalTo(2));

        send(room, moss).statusCode(201);
    }

    @Test
    void publicNamesAreUniqueWithoutCase() {
        room(wren, "Meadow " + wren, "public", "{}");

        Calls.as(moss)
                .body("{\"name\":\"mEADOW " + wren + "\",\"visibility\":\"public\"}")
                .post("/api/rooms")
                .then()
                .statusCode(409)
                .body("code", equalTo("name-taken"));
        room(moss, "Meadow " + wren, "private", "{}");
    }

    @Test
    void whoIsRemovedWritesNoMore() {
        String room = closedRoom();
        add(room, wren, moss, fern).statusCode(200).body("added", contains(moss, fern));
        send(room, moss).statusCode(201);

        remove(room, moss, fern, "").statusCode(403);
        remove(room, wren, moss, "").statusCode(204);

        send(room, moss).statusCode(404);
        send(room, fern).statusCode(201);
        Calls.as(moss).get("/api/rooms/" + room).then().statusCode(404);
    }

    @Test
    void whoIsBannedCannotComeBackBeforeTheBanIsLifted() {
        String room = room(wren, "pond " + wren, "public", "{}");
        join(room, moss).statusCode(200);

        remove(room, wren, moss, "?ban=true").statusCode(204);
        join(room, moss).statusCode(403);
        add(room, wren, moss).statusCode(200).body("skipped[0].code", equalTo("banned"));
        Calls.as(wren).delete("/api/rooms/" + room + "/bans/" + moss).then().statusCode(204);

        join(room, moss).statusCode(200);
    }

    @Test
    void membersAreAddedOnceAndStrangersToEverybodyNot() {
        String room = closedRoom();
        add(room, wren, moss).statusCode(200);

        add(room, wren, moss, fern, fern)
                .statusCode(200)
                .body("added", contains(fern))
                .body("skipped", hasSize(1))
                .body("skipped[0].code", equalTo("member"));
        add(room, wren, "wren").statusCode(400).body("errors[0].field", equalTo("users"));
    }

    @Test
    void whoMayPostIsASetting() {
        String room = room(wren, "news", "private", "{\"posting\":\"admins\"}");
        add(room, wren, moss).statusCode(200);

        send(room, moss).statusCode(403);
        appoint(room, wren, moss, "admin").statusCode(204);

        send(room, moss).statusCode(201);
    }

    @Test
    void anOwnerWhoLeavesHandsOverAndTheLastOneArchives() {
        String room = closedRoom();
        add(room, wren, moss).statusCode(200);

        Calls.as(wren).post("/api/rooms/" + room + "/leave").then().statusCode(204);
        Calls.as(moss).get("/api/rooms/" + room).then().body("room.mine.role", equalTo("owner"));
        Calls.as(moss).post("/api/rooms/" + room + "/leave").then().statusCode(204);

        Calls.as(moss).get("/api/rooms/" + room).then().statusCode(404);
        send(room, moss).statusCode(404);
    }

    @Test
    void handingOverMakesTheGiverAnAdmin() {
        String room = closedRoom();
        add(room, wren, moss).statusCode(200);

        appoint(room, moss, moss, "owner").statusCode(403);
        appoint(room, wren, moss, "owner").statusCode(204);

        Calls.as(wren).get("/api/rooms/" + room).then().body("room.mine.role", equalTo("admin"));
        appoint(room, wren, moss, "member").statusCode(403);
    }

    @Test
    void blockedPeopleDoNotReachEachOther() {
        String dm = Calls.direct(wren, moss);
        send(dm, moss).statusCode(201);

        Calls.as(wren).put("/api/blocks/" + moss).then().statusCode(204);
        send(dm, moss).statusCode(403).body("code", equalTo("blocked"));
        send(dm, wren).statusCode(403);
        Calls.as(wren).get("/api/blocks").then().statusCode(200).body("users.id", contains(moss));
        Calls.as(wren).delete("/api/blocks/" + moss).then().statusCode(204);

        send(dm, moss).statusCode(201);
    }
}
