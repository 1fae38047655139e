package dev.postrider.auth.password;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import dev.postrider.auth.token.TokenHash;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Whether a name exists is told neither by the answer nor by what was done for it. What was done is counted, hashes and
 * statements, because that differs exactly where time would, and is the same on a busy machine.
 */
@QuarkusTest
@Servers
class EnumerationTest {
    private static final String NEXT = "another quiet evening walk";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 20;

    @Inject
    Hashing hashing;

    @Inject
    Pool pool;

    @Test
    void signingInTellsNothing() {
        Person wren = Person.registered("wren");
        Person gone = Person.registered("gone");
        gone.browser()
                .authCalls()
                .body(Map.of("password", gone.password()))
                .post("/api/auth/deactivate")
                .then()
                .statusCode(204);

        Told wrong = told(() -> login(wren.username()));

        assertThat(told(() -> login(nobody())), equalTo(wrong));
        assertThat(told(() -> login(gone.username())), equalTo(wrong));
        assertThat(wrong.hashes(), equalTo((long) TRIES));
    }

    @Test
    void resettingTellsNothing() {
        Person wren = Person.registered("wren");
        Person forgetful = Person.registered("fern");
        pool.preparedQuery("insert into reset_codes (user_id, code_hash, expires_at) values (?, ?, ?)")
                .execute(Tuple.of(
                        forgetful.id(),
                        TokenHash.of("one-time-" + forgetful.id()),
                        Instant.now().plusSeconds(600).toEpochMilli()))
                .await()
                .atMost(PATIENCE);

        Told wrong = told(() -> reset(forgetful.username()));

        assertThat(told(() -> reset(nobody())), equalTo(wrong));
        assertThat(told(() -> reset(wren.username())), equalTo(wrong));
        assertThat(wrong.hashes(), equalTo((long) TRIES));
    }

    /**
     * What many tries told.
     *
     * @param statements of the database for the quietest try: the relay of the outbox and others ask it as well
     */
    private record Told(List<String> answers, long hashes, long statements) {}

    private Told told(Supplier<Response> attempt) {
        long hashes = hashing.done();
        Set<String> answers = new LinkedHashSet<>();
        long fewest = Long.MAX_VALUE;
        for (int time = 0; time < TRIES; time++) {
            long before = statements();
            Response answer = attempt.get();
            fewest = Math.min(fewest, statements() - before);
            answers.add(answer.statusCode() + " " + answer.asString().replaceAll("\"traceId\":\"[0-9a-f]+\"", ""));
        }
        await().until(() -> hashing.done() >= hashes + TRIES);
        return new Told(List.copyOf(answers), hashing.done() - hashes, fewest);
    }

    private long statements() {
        return Long.parseLong(pool.query("show global status like 'Questions'")
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getString(1));
    }

    private static Response login(String username) {
        return Person.from(Person.randomAddress())
                .body(Map.of("username", username, "password", "not the password"))
                .post("/api/auth/login");
    }

    private static Response reset(String username) {
        return Person.from(Person.randomAddress())
                .body(Map.of("username", username, "code", "guessed", "next", NEXT))
                .post("/api/auth/reset");
    }

    private static String nobody() {
        return "nobody" + Long.toString(System.nanoTime(), 36);
    }
}
