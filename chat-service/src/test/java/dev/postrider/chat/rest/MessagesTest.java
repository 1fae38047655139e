package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class MessagesTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String dm = Calls.direct(wren, moss);
    private final String messages = "/api/conversations/" + dm + "/messages";

    @BeforeEach
    void nodeServes() {
        Calls.awaitServing();
    }

    private ValidatableResponse send(String body) {
        return Calls.as(wren).body(body).post(messages).then();
    }

    private long sent() {
        return send("{\"body\":\"hello\"}").statusCode(201).extract().jsonPath().getLong("position");
    }

    @Test
    void aSendIsCreated() {
        String id = Calls.messageId();

        send("{\"id\":\"" + id + "\",\"body\":\"hello\",\"again\":false}")
                .statusCode(201)
                .header("Location", matchesPattern("/api/conversations/.*/messages/\\d+"))
                .header("Cache-Control", equalTo("no-store"))
                .body("id", equalTo(id))
                .body("conversation", equalTo(dm))
                .body("at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    }

    @Test
    void aRepeatedIdGetsTheFirstAnswer() {
        String body = "{\"id\":\"" + Calls.messageId() + "\",\"body\":\"hello\",\"again\":false}";
        int first = send(body).statusCode(201).extract().path("position");

        send(body).statusCode(200).body("position", equalTo(first));
        send(body.replace("hello", "other")).statusCode(200).body("position", equalTo(first));
    }

    @Test
    void withoutAnIdTheServerMakesOne() {
        send("{\"body\":\"hello\"}")
                .statusCode(201)
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        send("{\"id\":\"X\",\"body\":\"\",\"replyTo\":-1,\"thread\":-2,\"mentions\":[\"wren\"],\"attachments\":[1]}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body("errors.field", containsInAnyOrder("id", "body", "replyTo", "thread", "mentions", "attachments"));
        send("{\"body\":\"hello\",\"everyone\":\"somebody\"}").statusCode(400);
        send("[]").statusCode(400);
        send("").statusCode(400);
    }

    @Test
    void whatIsNotTheCallersIsNotThere() {
        String strangers = Calls.direct(moss, TestTokens.newUser());
        for (String id : new String[] {strangers, "room:" + wren, "nonsense", "me:" + wren}) {
            Calls.as(wren)
                    .body("{\"body\":\"hello\"}")
                    .post("/api/conversations/" + id + "/messages")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
    }

    @Test
    void signedInWithTheRightScopeOnly() {
        Calls.nobody().body("{\"body\":\"x\"}").post(messages).then().statusCode(401);
        String reader = TestTokens.access(wren, TestTokens.newSession(), "read", Duration.ofMinutes(1));
        Calls.nobody()
                .header("Authorization", "Bearer " + reader)
                .body("{\"body\":\"x\"}")
                .post(messages)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void onesOwnMessageIsEditedReactedToPinnedAndDeleted() {
        long position = sent();
        String message = messages + "/" + position;

        Calls.as(wren)
                .body("{\"body\":\"better\"}")
                .patch(message)
                .then()
                .statusCode(200)
                .body("conversation", equalTo(dm));
        Calls.as(moss).put(message + "/reactions/%F0%9F%91%8D").then().statusCode(200);
        Calls.as(moss).delete(message + "/reactions/%F0%9F%91%8D").then().statusCode(200);
        String pin = "/api/conversations/" + dm + "/pins/" + message.substring(message.lastIndexOf('/') + 1);
        Calls.as(moss).put(pin).then().statusCode(200).body("position", notNullValue());
        Calls.as(wren).delete(pin).then().statusCode(200).body("position", notNullValue());
        Calls.as(TestTokens.newUser()).put(pin).then().statusCode(404);
        Calls.as(moss).body("{\"body\":\"not mine\"}").patch(message).then().statusCode(403);
        Calls.as(wren).delete(message).then().statusCode(200);
        Calls.as(wren).delete(message).then().statusCode(404);
    }

    @Test
    void aReactionIsOneEmoji() {
        Calls.as(wren)
                .put(messages + "/5/reactions/nice")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("emoji"));
    }

    @Test
    void aMarkIsTaken() {
        long position = sent();
        String read = "/api/conversations/" + dm + "/read";

        Calls.as(moss).body("{\"position\":" + position + "}").put(read).then().statusCode(204);
        Calls.as(moss).body("{\"position\":-1,\"back\":true}").put(read).then().statusCode(204);
        Calls.as(moss).body("{}").put(read).then().statusCode(400).body("errors[0].field", equalTo("position"));
        Calls.as(TestTokens.newUser()).body("{\"position\":1}").put(read).then().statusCode(404);
    }
}
