package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
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
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may flag what, and that administrators alone see flags and activity. What they say is history's: see e2e. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class FlagsTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String fern = TestTokens.newUser();

    @BeforeEach
    void nodeServes() {
        Calls.awaitServing();
    }

    private static ValidatableResponse flag(String conversation, long position, String user, String body) {
        return Calls.as(user)
                .body(body)
                .post("/api/conversations/" + conversation + "/messages/" + position + "/flags")
                .then();
    }

    private static long says(String conversation, String user) {
        return ((Number) RoomCalls.send(conversation, user)
                        .statusCode(201)
                        .extract()
                        .path("position"))
                .longValue();
    }

    @Test
    void whoeverReadsAMessageFlagsItOnce() {
        String room = RoomCalls.closed(wren);
        RoomCalls.add(room, wren, moss, fern).statusCode(200);
        RoomCalls.appoint(room, wren, fern, "reader").statusCode(204);
        long position = says(room, moss);

        String first = flag(room, position, fern, "{\"reason\":\"rude\"}")
                .statusCode(201)
                .body("flag.conversation", equalTo(room))
                .body("flag.reason", equalTo("rude"))
                .extract()
                .path("flag.id");
        flag(room, position, fern, "{}").statusCode(201).body("flag.id", equalTo(first));
        flag(room, position, wren, "{}").statusCode(201).body("flag.reason", nullValue());
    }

    @Test
    void whatOneMayNotReadOneCannotFlag() {
        String room = RoomCalls.room(wren, "late", "private", "{\"history\":\"joined\"}");
        long before = says(room, wren);
        RoomCalls.add(room, wren, moss).statusCode(200);

        flag(room, before, moss, "{}").statusCode(404);
        flag(room, before, fern, "{}").statusCode(404);
        flag(room, before, wren, "{}").statusCode(201);
        flag(Calls.direct(wren, moss), says(Calls.direct(wren, moss), wren), fern, "{}")
                .statusCode(404);
        flag(room, before, wren, "{\"reason\":\"two\\nlines\"}").statusCode(400);
    }

    @Test
    void administrationIsForAdministrators() {
        for (String path : List.of("/api/admin/flags", "/api/admin/activity")) {
            Calls.as(wren).get(path).then().statusCode(403);
            Calls.nobody().get(path).then().statusCode(401);
        }
        Calls.as(wren)
                .body("{\"state\":\"kept\"}")
                .patch("/api/admin/flags/" + TestTokens.newUser())
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsWrittenIsCounted() {
        says(Calls.direct(wren, moss), wren);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Calls.administrator()
                        .get("/api/admin/activity")
                        .then()
                        .statusCode(200)
                        .body("days[-1].messages", greaterThanOrEqualTo(1))
                        .body("days[-1].people", greaterThanOrEqualTo(1)));
        Calls.administrator().get("/api/admin/activity?from=yesterday").then().statusCode(400);
        Calls.administrator()
                .get("/api/admin/activity?from=2020-01-01&to=2026-01-01")
                .then()
                .statusCode(400);
    }
}
