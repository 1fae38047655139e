package dev.postrider.chat.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.MariaDbResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(
        value = MariaDbResource.class,
        initArgs = @ResourceArg(name = MariaDbResource.SCHEMA, value = "postrider_chat"))
class PresenceTest {
    private final String wren = TestTokens.newUser();
    private final String moss = TestTokens.newUser();

    @Test
    void statesComeInTheOrderAskedFor() {
        Calls.as(wren)
                .get("/api/presence?users=" + moss + "," + wren)
                .then()
                .statusCode(200)
                .body("users.id", contains(moss, wren))
                .body("users.online", contains(false, false))
                .body("users[0].availability", equalTo("auto"));
    }

    @Test
    void usersAreRequiredWellFormedAndAtMostAHundred() {
        String many = String.join(",", Collections.nCopies(1, wren)) + ",x";
        StringBuilder hundredAndOne = new StringBuilder(wren);
        for (int i = 0; i < 100; i++) {
            hundredAndOne.append(',').append(TestTokens.newUser());
        }
        for (String query : new String[] {"", "?users=", "?users=" + many, "?users=" + hundredAndOne}) {
            Calls.as(wren)
                    .get("/api/presence" + query)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("users"));
        }
    }

    @Test
    void nobodyIsOnlineInAQuietConversation() {
        Calls.as(wren)
                .get("/api/conversations/" + Calls.direct(wren, moss) + "/online")
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("users", empty());
    }

    @Test
    void onlyMembersSeeWhoIsOnline() {
        Calls.as(TestTokens.newUser())
                .get("/api/conversations/" + Calls.direct(wren, moss) + "/online")
                .then()
                .statusCode(404);
        Calls.nobody().get("/api/presence?users=" + wren).then().statusCode(401);
    }
}
