package dev.postrider.chat.rest;

import static io.restassured.RestAssured.given;

import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.rule.MessageIds;
import dev.postrider.testkit.token.TestTokens;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;

/** How tests call as somebody. */
final class Calls {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Calls() {}

    static RequestSpecification as(String user) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + TestTokens.access(user))
                .contentType("application/json");
    }

    static RequestSpecification nobody() {
        return given().urlEncodingEnabled(false).contentType("application/json");
    }

    static String messageId() {
        return MessageIds.next(System.currentTimeMillis(), RANDOM);
    }

    static String direct(String one, String other) {
        return ConversationId.direct(one, other).text();
    }
}
