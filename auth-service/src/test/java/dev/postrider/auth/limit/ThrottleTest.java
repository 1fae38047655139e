package dev.postrider.auth.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import dev.postrider.testkit.server.EmbeddedRedis;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
@TestProfile(TightLimits.class)
class ThrottleTest {
    private static final int PER_ADDRESS = TightLimits.PER_ADDRESS;
    private static final int PER_ACCOUNT = TightLimits.PER_ACCOUNT;

    @Test
    void anAddressThatTriesTooOftenWaits() {
        String address = Person.randomAddress();

        int[] statuses = tries(PER_ADDRESS + 1, () -> login(address, "nobody" + System.nanoTime()));
        Response last = login(address, "nobody");

        assertThat(statuses, equalTo(new int[] {401, 401, 401, 401, 401, 429}));
        last.then()
                .statusCode(429)
                .body("code", equalTo("rate"))
                .body("retryAfterMillis", notNullValue())
                .header("Retry-After", notNullValue())
                .header("RateLimit-Policy", equalTo("\"sign-ins\";q=5;w=60"));
        assertThat(last.header("RateLimit"), startsWith("\"sign-ins\";r=0;t="));
    }

    @Test
    void anAccountWithTooManyFailuresWaitsWhoeverTriesAndWhetherItExistsOrNot() {
        Person wren = Person.registered("wren");

        int[] known = tries(PER_ACCOUNT + 1, () -> login(Person.randomAddress(), wren.username()));
        int[] unknown = tries(PER_ACCOUNT + 1, () -> login(Person.randomAddress(), "nobody-" + wren.username()));
        Response rightPassword = wren.tryLogin(wren.password());

        assertThat(known, equalTo(new int[] {401, 401, 401, 429}));
        assertThat(unknown, equalTo(known));
        rightPassword.then().statusCode(429);
    }

    @Test
    void withRedisAwayTheLimitHoldsFromMemory() {
        EmbeddedRedis redis = EmbeddedRedis.shared();
        String address = Person.randomAddress();
        redis.pause();
        int[] statuses;
        try {
            statuses = tries(PER_ADDRESS + 1, () -> login(address, "nobody" + System.nanoTime()));
        } finally {
            redis.resume();
        }

        assertThat(statuses, equalTo(new int[] {401, 401, 401, 401, 401, 429}));
    }

    private static int[] tries(int times, Supplier<Response> attempt) {
        return IntStream.range(0, times).map(time -> attempt.get().statusCode()).toArray();
    }

    private static Response login(String address, String username) {
        return Person.from(address)
                .body(Map.of("username", username, "password", "not the password"))
                .post("/api/auth/login");
    }
}
