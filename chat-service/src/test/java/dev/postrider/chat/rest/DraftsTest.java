package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
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
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class DraftsTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();
    private final String dm = Calls.direct(wren, moss);
    private final String draft = "/api/conversations/" + dm + "/draft";

    @BeforeEach
    void nodeServes() {
        Calls.awaitServing();
    }

    private void put(String body) {
        Calls.as(wren).body(body).put(draft).then().statusCode(200);
    }

    @Test
    void aDraftIsKept() {
        Calls.as(wren)
                .body("{\"body\":\"one\\r\\ntwo 🌧️\",\"replyTo\":5,\"thread\":3}")
                .put(draft)
                .then()
                .statusCode(200)
                .body("draft.conversation", equalTo(dm))
                .body("draft.body", equalTo("one\ntwo 🌧️"))
                .body("draft.replyTo", equalTo(5))
                .body("draft.thread", equalTo(3))
                .body("draft.at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));

        Calls.as(wren)
                .get("/api/drafts")
                .then()
                .statusCode(200)
                .body("drafts.body", contains("one\ntwo 🌧️"))
                .body("drafts.conversation", contains(dm));
    }

    @Test
    void aNewDraftTakesThePlaceOfTheOld() {
        put("{\"body\":\"first\",\"thread\":3}");

        put("{\"body\":\"second\"}");

        Calls.as(wren)
                .get("/api/drafts")
                .then()
                .body("drafts.body", contains("second"))
                .body("drafts[0].thread", nullValue());
    }

    @Test
    void aDraftIsNobodyElses() {
        put("{\"body\":\"mine\"}");

        Calls.as(moss).get("/api/drafts").then().statusCode(200).body("drafts", empty());
    }

    @Test
    void aDeletedDraftIsGoneAlsoTwice() {
        put("{\"body\":\"never mind\"}");

        Calls.as(wren).delete(draft).then().statusCode(204);
        Calls.as(wren).delete(draft).then().statusCode(204);

        Calls.as(wren).get("/api/drafts").then().body("drafts", empty());
    }

    @Test
    void idsInPathsMayBePercentEncoded() {
        Calls.as(wren)
                .body("{\"body\":\"encoded\"}")
                .put("/api/conversations/" + dm.replace(":", "%3A") + "/draft")
                .then()
                .statusCode(200)
                .body("draft.conversation", equalTo(dm));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        Calls.as(wren)
                .body("{\"body\":\" \",\"replyTo\":-5,\"thread\":9007199254740993,\"attachments\":[]}")
                .put(draft)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body("errors.field", containsInAnyOrder("body", "replyTo", "thread", "attachments"));
        Calls.as(wren).body("{}").put(draft).then().statusCode(400).body("errors[0].field", equalTo("body"));
        Calls.as(wren).body("{\"body\":7}").put(draft).then().statusCode(400).body("errors", hasSize(1));
        Calls.as(wren).body("null").put(draft).then().statusCode(400);
        Calls.as(wren).body("{").put(draft).then().statusCode(400);
    }

    @Test
    void onlyOnesOwnConversationsHaveDrafts() {
        String strangers = Calls.direct(moss, TestTokens.newUser());
        String ghost = TestTokens.newUser();
        TestTokens.forget(ghost);
        for (String id : new String[] {strangers, Calls.direct(wren, ghost), "room:" + wren, "dm:x:y", "nonsense"}) {
            Calls.as(wren)
                    .body("{\"body\":\"psst\"}")
                    .put("/api/conversations/" + id + "/draft")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("not-found"));
        }
    }

    @Test
    void nobodySignedInHasNoDrafts() {
        Calls.nobody().get("/api/drafts").then().statusCode(401).body("code", equalTo("signed-out"));
        Calls.nobody().body("{\"body\":\"x\"}").put(draft).then().statusCode(401);
    }

    @Test
    void anAcceptedSendEndsTheDraftOfThatThreadOnly() {
        put("{\"body\":\"hello\"}");
        String other = Calls.direct(wren, wren);
        Calls.as(wren)
                .body("{\"body\":\"in a thread\",\"thread\":3}")
                .put("/api/conversations/" + other + "/draft")
                .then()
                .statusCode(200);

        send(dm);
        send(other);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> Calls.as(wren).get("/api/drafts").then().body("drafts.body", contains("in a thread")));
    }

    private void send(String conversation) {
        Calls.as(wren)
                .body("{\"body\":\"hello\"}")
                .post("/api/conversations/" + conversation + "/messages")
                .then()
                .statusCode(201);
    }
}
