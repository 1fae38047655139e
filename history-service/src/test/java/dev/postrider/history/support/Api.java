package dev.postrider.history.support;

import static io.restassured.RestAssured.given;

import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.contracts.topic.LogVector;
import dev.postrider.contracts.topic.Position;
import dev.postrider.testkit.token.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks history as somebody. */
public final class Api {
    private Api() {}

    public static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + TestTokens.access(user));
    }

    /** A page of that conversation, read through that position. */
    public static JsonPath page(String user, String conversation, long through, Map<String, ?> query) {
        return as(user).queryParams(query)
                .queryParam("through", through(conversation, through))
                .get("/api/conversations/{id}/messages", conversation)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath conversation(String user, String conversation) {
        return as(user).get("/api/conversations/{id}", conversation)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static ValidatableResponse sync(String user, @Nullable String cursor, @Nullable String through) {
        RequestSpecification request = as(user);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        if (through != null) {
            request.queryParam("through", through);
        }
        return request.get("/api/sync").then();
    }

    /** What a welcome would say so that an answer includes that position. */
    public static String through(String conversation, long position) {
        long[] next = LogVector.start(0).toArray();
        next[LogPartitions.of(conversation)] = Position.offset(position) + 1;
        return LogVector.of(0, next).text();
    }
}
