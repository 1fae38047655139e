package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.server.EmbeddedMariaDb;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class InvitesTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String fern = TestTokens.newUser();

    @BeforeEach
    void nodeServes() {
        Calls.awaitServing();
    }

    private static ValidatableResponse make(String room, String by, String body) {
        return Calls.as(by).body(body).post("/api/rooms/" + room + "/invites").then();
    }

    private static String code(String room, String by, String body) {
        return make(room, by, body).statusCode(201).extract().path("invite.code");
    }

    private static ValidatableResponse list(String room, String user) {
        return Calls.as(user).get("/api/rooms/" + room + "/invites").then();
    }

    private static ValidatableResponse revoke(String room, String by, String code) {
        return Calls.as(by).delete("/api/rooms/" + room + "/invites/" + code).then();
    }

    private static ValidatableResponse preview(String code, String user) {
        return Calls.as(user).get("/api/invites/" + code).then();
    }

    private static ValidatableResponse join(String room, String user, String code) {
        return Calls.as(user)
                .body("{\"invite\":\"" + code + "\"}")
                .post("/api/rooms/" + room + "/join")
                .then();
    }

    private static List<String> change(String sql, Object... values) {
        try (Connection connection = EmbeddedMariaDb.shared().database().connect("postrider_chat");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (!statement.execute()) {
                return List.of();
            }
            List<String> found = new java.util.ArrayList<>();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    found.add(String.join(" ", rows.getString(1), rows.getString(2)));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void whoeverHoldsACodeSeesWhatItOpensAndJoins() {
        String room = RoomCalls.closed(wren);
        ValidatableResponse made = make(room, wren, "{}").statusCode(201);
        String code = made.extract().path("invite.code");
        made.body("invite.url", endsWith("/invites/" + code))
                .body("invite.usesLeft", nullValue())
                .header("Location", equalTo("/api/invites/" + code));

        preview(code, moss)
                .statusCode(200)
                .body("room.id", equalTo(room))
                .body("room.name", equalTo("the shed"))
                .body("room.memberCount", equalTo(1));
        RoomCalls.join(room, moss).statusCode(404);
        join(room, moss, code).statusCode(200).body("room.mine.role", equalTo("member"));

        RoomCalls.send(room, moss).statusCode(201);
        join(room, moss, code).statusCode(200);
    }

    @Test
    void aCodeOpensItsOwnRoomOnlyAndNoneIsGuessed() {
        String room = RoomCalls.closed(wren);
        String other = RoomCalls.closed(wren);
        String code = code(room, wren, "{}");

        join(other, moss, code).statusCode(404);
        join(room, moss, code.substring(1) + "A").statusCode(404);
        preview("AAAAAAAAAAAAAAAAAAAAAA", moss).statusCode(404);
        preview("no%20code", moss).statusCode(404);
    }

    @Test
    void usesAreCountedExactlyHoweverManyComeAtOnce() {
        String room = RoomCalls.closed(wren);
        String code = code(room, wren, "{\"uses\":3}");
        List<String> people = Stream.generate(TestTokens::newUser).limit(10).toList();

        List<Integer> answers =
                AtOnce.each(people, user -> join(room, user, code).extract().statusCode());

        assertEquals(3, Collections.frequency(answers, 200));
        assertEquals(7, Collections.frequency(answers, 404));
        RoomCalls.see(room, wren).body("room.memberCount", equalTo(4));
        preview(code, moss).statusCode(404);
        list(room, wren).body("invites", empty());
    }

    @Test
    void whoIsInItAlreadyUsesNothingUp() {
        String room = RoomCalls.closed(wren);
        String code = code(room, wren, "{\"uses\":2}");
        join(room, moss, code).statusCode(200);
        join(room, moss, code).statusCode(200);
        join(room, wren, code).statusCode(200);

        list(room, wren).body("invites.usesLeft", contains(1));
        join(room, fern, code).statusCode(200);
    }

    @Test
    void whatIsOverOrRevokedOpensNothing() {
        String room = RoomCalls.closed(wren);
        String over = code(room, wren, "{\"expiresAt\":\"" + Instant.now().plusSeconds(3600) + "\"}");
        String revoked = code(room, wren, "{}");
        change("UPDATE room_invite SET expires_at = 1 WHERE expires_at IS NOT NULL AND room = ?", room.substring(5));
        revoke(room, wren, revoked).statusCode(204);
        revoke(room, wren, revoked).statusCode(204);

        for (String code : List.of(over, revoked)) {
            preview(code, moss).statusCode(404);
            join(room, moss, code).statusCode(404);
        }
        list(room, wren).statusCode(200).body("invites", empty());
    }

    @Test
    void whoIsBannedStaysBanned() {
        String room = RoomCalls.closed(wren);
        RoomCalls.add(room, wren, moss).statusCode(200);
        RoomCalls.ban(room, wren, moss).statusCode(204);
        String code = code(room, wren, "{\"uses\":1}");

        join(room, moss, code).statusCode(403);
        RoomCalls.send(room, moss).statusCode(404);
        list(room, wren).body("invites.usesLeft", contains(1));
    }

    @Test
    void whoMayInviteIsASetting() {
        String room = RoomCalls.closed(wren);
        RoomCalls.add(room, wren, moss, fern).statusCode(200);
        RoomCalls.appoint(room, wren, fern, "reader").statusCode(204);
        String mine = code(room, moss, "{}");
        String owners = code(room, wren, "{}");
        make(room, fern, "{}").statusCode(403);
        make(room, TestTokens.newUser(), "{}").statusCode(404);
        list(room, fern).statusCode(403);
        revoke(room, moss, owners).statusCode(204);
        preview(owners, moss).statusCode(200);

        RoomCalls.change(room, wren, "{\"settings\":{\"invite\":\"admins\"}}").statusCode(200);

        make(room, moss, "{}").statusCode(403);
        list(room, moss).statusCode(403);
        revoke(room, wren, mine).statusCode(204);
        preview(mine, moss).statusCode(404);
    }

    @Test
    void anArchivedRoomInvitesNobodyAndADeletedOneHasNoInvitations() {
        String room = RoomCalls.closed(wren);
        String code = code(room, wren, "{}");
        RoomCalls.change(room, wren, "{\"archived\":true}").statusCode(200);

        make(room, wren, "{}").statusCode(403).body("code", equalTo("archived"));
        preview(code, moss).statusCode(404);
        join(room, moss, code).statusCode(403);
        RoomCalls.delete(room, wren).statusCode(204);

        join(room, moss, code).statusCode(404);
        assertEquals(List.of(), change("SELECT digest, room FROM room_invite WHERE room = ?", room.substring(5)));
    }

    @Test
    void noTableHoldsACode() {
        String room = RoomCalls.closed(wren);
        String code = code(room, wren, "{}");

        List<String> kept = change("SELECT digest, seed FROM room_invite WHERE room = ?", room.substring(5));

        assertEquals(1, kept.size());
        assertFalse(kept.getFirst().contains(code));
        list(room, wren).body("invites.code", contains(code));
    }

    @Test
    void whatIsNoInvitationIsRefused() {
        String room = RoomCalls.closed(wren);

        make(room, wren, "{\"uses\":0}").statusCode(400).body("errors[0].field", equalTo("uses"));
        make(room, wren, "{\"expiresAt\":\"2001-01-01T00:00:00.000Z\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("expiresAt"));
        make(room, wren, "{\"expiresAt\":\"soon\"}").statusCode(400);
        make(room, wren, "{\"expiresAt\":\"+1000000000-12-31T23:59:59.999Z\"}").statusCode(400);
    }

    @Test
    void nobodyIsInMoreThanAThousandRooms() {
        String invited = RoomCalls.closed(wren);
        String open = RoomCalls.open(wren, "crowd " + wren);
        change(
                "INSERT INTO room_member (room, user_id, present, banned, role, joined_at, joined_by)"
                        + " SELECT CONCAT('01', LPAD(seq, 24, '0')), ?, TRUE, FALSE, 'member', 0, 1 FROM seq_1_to_1000",
                moss);

        RoomCalls.join(open, moss).statusCode(403);
        RoomCalls.add(invited, wren, moss, fern)
                .statusCode(200)
                .body("added", contains(fern))
                .body("skipped.code", contains("rooms"));
        Calls.as(moss)
                .body("{\"name\":\"one more\",\"visibility\":\"private\"}")
                .post("/api/rooms")
                .then()
                .statusCode(403);
        change("UPDATE room_member SET present = FALSE WHERE user_id = ? LIMIT 1", moss);

        RoomCalls.join(open, moss).statusCode(200);
    }
}
