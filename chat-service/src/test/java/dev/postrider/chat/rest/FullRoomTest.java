package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.postrider.chat.database.Database;
import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A room of ten thousand, and calls with as many people as they may name. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class FullRoomTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String fern = TestTokens.newUser();
    private final Database database;

    FullRoomTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void nodeServes() {
        Calls.awaitServing();
    }

    /** Up to this number, by hand: nine thousand calls would say no more. */
    private void grows(String room, int members) {
        database.change(
                        "INSERT INTO room_member (room, user_id, present, banned, role, joined_at, joined_by, since)"
                                + " SELECT ?, CONCAT('02', LPAD(seq, 24, '0')), TRUE, FALSE, 'member', 0, 1, 0 FROM seq_1_to_"
                                + (members - 1),
                        room)
                .chain(() -> database.change("UPDATE room SET members = ? WHERE room = ?", members, room))
                .await()
                .atMost(PATIENCE);
    }

    private static ValidatableResponse members(String room, String user) {
        return Calls.as(user).get("/api/rooms/" + room + "/members").then();
    }

    @Test
    void theTenThousandthComesInAndNobodyAfterThem() {
        String room = RoomCalls.open(wren, "full " + wren);
        grows(room.substring(5), 9_999);

        RoomCalls.add(room, wren, moss, fern)
                .statusCode(200)
                .body("added", contains(moss))
                .body("skipped.code", contains("full"));

        RoomCalls.join(room, fern).statusCode(403).body("code", equalTo("forbidden"));
        RoomCalls.appoint(room, wren, fern, "member").statusCode(403);
        RoomCalls.see(room, wren).body("room.memberCount", equalTo(10_000));
        members(room, wren).body("total", equalTo(10_000)).body("members", hasSize(50));
        RoomCalls.send(room, moss).statusCode(201);
        RoomCalls.leave(room, moss).statusCode(204);
        RoomCalls.join(room, fern).statusCode(200).body("room.memberCount", equalTo(10_000));
    }

    @Test
    void fiveHundredAreAddedWithOneCallAndAHundredAskedAfter() {
        String room = RoomCalls.closed(wren);
        List<String> people = Stream.generate(TestTokens::newUser).limit(501).toList();

        RoomCalls.add(room, wren, people.toArray(String[]::new)).statusCode(400);
        RoomCalls.add(room, wren, people.subList(0, 500).toArray(String[]::new))
                .statusCode(200)
                .body("added", hasSize(500));

        RoomCalls.see(room, wren).body("room.memberCount", equalTo(501));
        presence(people.subList(0, 100)).statusCode(200).body("users", hasSize(100));
        presence(people.subList(0, 101)).statusCode(400).body("errors[0].field", equalTo("users"));
    }

    private ValidatableResponse presence(List<String> users) {
        return Calls.as(wren)
                .get("/api/presence?users=" + String.join(",", users))
                .then();
    }
}
