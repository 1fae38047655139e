package dev.postrider.chat.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A node that is started while the database is away. */
@QuarkusTest
@TestProfile(StartWithoutDatabaseTest.Away.class)
class StartWithoutDatabaseTest {
    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    private final String wren = TestTokens.newUser();
    private final String dm = Calls.direct(wren, TestTokens.newUser());

    @Test
    void messagesAreTakenAndDraftsAreUnavailable() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> Calls.as(wren)
                        .body("{\"body\":\"No database, no matter.\"}")
                        .post("/api/conversations/" + dm + "/messages")
                        .then()
                        .statusCode(201));

        Calls.as(wren)
                .body("{\"body\":\"not now\"}")
                .put("/api/conversations/" + dm + "/draft")
                .then()
                .statusCode(503)
                .body("code", equalTo("unavailable"));
        Calls.as(wren).get("/api/drafts").then().statusCode(503).body("code", equalTo("unavailable"));
        Calls.as(wren)
                .delete("/api/conversations/" + dm + "/draft")
                .then()
                .statusCode(503)
                .body("code", equalTo("unavailable"));
        given().get(ready).then().statusCode(200);
    }

    /** Nothing listens where the database should be. */
    public static class Away implements QuarkusTestProfile {
        private static final String NOBODY = "127.0.0.1:1/postrider_chat";

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return Stream.of(KafkaResource.class, RedisResource.class, TokensResource.class)
                    .map(TestResourceEntry::new)
                    .toList();
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.reactive.url", "mysql://" + NOBODY,
                    "quarkus.datasource.jdbc.url", "jdbc:mariadb://" + NOBODY);
        }
    }
}
