package dev.postrider.chat.rest;

import static io.restassured.RestAssured.given;

import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.testkit.token.TestTokens;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.time.Duration;
import org.awaitility.Awaitility;

/** How tests call as somebody. */
final class Calls {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Calls() {}

    static RequestSpecification as(String user) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + TestTokens.access(user))
                .contentType("application/json");
    }

    static RequestSpecification administrator() {
        String token = TestTokens.access(
                TestTokens.newUser(), TestTokens.newSession(), "read send rooms feeds profile admin", LIFE);
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json");
    }

    static RequestSpecification nobody() {
        return given().urlEncodingEnabled(false).contentType("application/json");
    }

    /** Waits until the node takes messages. */
    static void awaitServing() {
        String user = TestTokens.newUser();
        String path = "/api/conversations/" + direct(user, user) + "/messages";
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> as(user).body("{\"body\":\"anybody there?\"}")
                                .post(path)
                                .statusCode()
                        == 201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> as(user).get("/api/drafts").statusCode() == 200);
    }

    static String messageId() {
        return MessageIds.next(System.currentTimeMillis(), RANDOM);
    }

    static String direct(String one, String other) {
        return ConversationId.direct(one, other).text();
    }
}
