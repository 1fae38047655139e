package dev.postrider.auth.password;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import dev.postrider.auth.token.TokenHash;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
@TestProfile(InvitationTest.ByInvitation.class)
class InvitationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Pool pool;

    @Test
    void whoeverHasNoneIsRefused() {
        register(fresh(), null).statusCode(403).body("code", equalTo("registration-closed"));
        register(fresh(), "guessed").statusCode(403).body("code", equalTo("registration-closed"));
    }

    @Test
    void whoeverHasNoneLearnsOfNoName() {
        String taken = fresh();
        register(taken, invited(1, Instant.now().plusSeconds(60))).statusCode(201);

        for (String code :
                Arrays.asList(null, "guessed", invited(0, Instant.now().plusSeconds(60)))) {
            String known = withoutTrace(register(taken, code).statusCode(403));
            assertThat(withoutTrace(register(fresh(), code).statusCode(403)), equalTo(known));
        }
    }

    @Test
    void anInvitationIsGoodForItsUsesAndNoMore() {
        String code = invited(1, Instant.now().plusSeconds(60));

        register(fresh(), code).statusCode(201);

        register(fresh(), code).statusCode(403);
    }

    @Test
    void anExpiredOneIsRefused() {
        register(fresh(), invited(5, Instant.now().minusSeconds(1))).statusCode(403);
    }

    @Test
    void aRegistrationThatFailsUsesNothingUp() {
        String code = invited(2, Instant.now().plusSeconds(60));
        String taken = fresh();
        register(taken, code).statusCode(201);

        register(taken, code).statusCode(409).body("code", equalTo("username-taken"));

        register(fresh(), code).statusCode(201);
    }

    private String invited(int uses, Instant until) {
        String code = "code-" + fresh();
        pool.preparedQuery("insert into invites (code_hash, created_by, uses_left, expires_at) values (?, ?, ?, ?)")
                .execute(Tuple.of(TokenHash.of(code), "01JD3Z8M5Q0W7X9Y2B4C6D8E0F", uses, until.toEpochMilli()))
                .await()
                .atMost(PATIENCE);
        return code;
    }

    private static ValidatableResponse register(String username, @Nullable String invite) {
        Map<String, String> body = new HashMap<>(Map.of("username", username, "password", "a quiet evening walk"));
        if (invite != null) {
            body.put("invite", invite);
        }
        return Person.from(Person.randomAddress())
                .body(body)
                .post("/api/auth/register")
                .then();
    }

    private static String withoutTrace(ValidatableResponse answer) {
        return answer.extract().asString().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    private static String fresh() {
        return "fern" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }

    /** An installation that one must be invited to. */
    public static class ByInvitation implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("auth.registration", "invitation");
        }
    }
}
