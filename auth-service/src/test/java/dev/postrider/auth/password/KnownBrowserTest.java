package dev.postrider.auth.password;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.postrider.auth.account.Account;
import dev.postrider.auth.key.KeySeal;
import dev.postrider.auth.limit.TightLimits;
import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import dev.postrider.contracts.rest.User.UserRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever fails at an account until it waits keeps out strangers and not its owner. */
@QuarkusTest
@Servers
@TestProfile(TightLimits.class)
class KnownBrowserTest {
    private static final String WRONG = "not the password";
    private static final String NEXT = "another quiet evening walk";

    @Inject
    KeySeal seal;

    @Inject
    Pool pool;

    @Test
    void theOwnerSignsInFromAKnownBrowserWhileStrangersWait() {
        Person wren = Person.registered("wren");
        Person.Browser known = wren.browser();

        stuff(wren);

        wren.tryLogin(wren.password()).then().statusCode(429);
        known.tryLogin(wren.password()).then().statusCode(200);
    }

    @Test
    void whoIsSignedInChangesThePasswordWhileStrangersWait() {
        Person wren = Person.registered("wren");
        Person.Browser in = wren.browser();
        stuff(wren);

        Response changed = in.authCalls()
                .body(Map.of("current", wren.password(), "next", NEXT))
                .post("/api/auth/password");

        changed.then().statusCode(204);
        new Person.Browser(wren, in.access(), in.refresh(), changed.cookie(Person.DEVICE))
                .tryLogin(NEXT)
                .then()
                .statusCode(200);
    }

    @Test
    void guessesFromKnownBrowsersAreLimitedTooHoweverManyCookiesThereAre() {
        Person wren = Person.registered("wren");
        Person.Browser one = wren.browser();
        Person.Browser other = known(wren, Duration.ofDays(-1));
        assertThat(other.device(), not(equalTo(one.device())));

        int[] statuses = tries(() -> one.tryLogin(WRONG));

        assertThat(statuses, equalTo(new int[] {401, 401, 401, 429}));
        other.tryLogin(wren.password()).then().statusCode(429);
        wren.tryLogin(wren.password()).then().statusCode(200);
    }

    @Test
    void aCookieThatIsNotThisAccountsHelpsNothing() {
        Person wren = Person.registered("wren");
        Person.Browser known = wren.browser();
        Person.Browser another = Person.registered("moss").browser();
        String device = known.device();
        String signature = device.substring(device.indexOf('.') + 1);
        stuff(wren);

        another.tryLoginAs(wren, wren.password()).then().statusCode(429);
        Stream.of(
                        "",
                        ".",
                        "1",
                        "x." + signature,
                        "-1." + signature,
                        "999999999999." + signature,
                        "9".repeat(40) + "." + signature,
                        "\u0661." + signature,
                        device + ".",
                        device + "A",
                        device.substring(0, device.length() - 1),
                        device.toLowerCase(java.util.Locale.ROOT),
                        "a".repeat(4_000))
                .map(forged -> new Person.Browser(wren, "", "", forged))
                .forEach(forger -> forger.tryLogin(wren.password()).then().statusCode(429));
    }

    @Test
    void aBrowserIsForgottenAYearAfterItsLastSignIn() {
        Person wren = Person.registered("wren");
        Person.Browser late = known(wren, KnownBrowsers.LIFE.plusMinutes(1).negated());
        Person.Browser inTime = known(wren, KnownBrowsers.LIFE.minusMinutes(1).negated());
        stuff(wren);

        late.tryLogin(wren.password()).then().statusCode(429);
        inTime.tryLogin(wren.password()).then().statusCode(200);
    }

    @Test
    void aNewPasswordMakesEveryOtherBrowserAStranger() {
        Person wren = Person.registered("wren");
        Person.Browser lost = wren.browser();
        wren.browser()
                .authCalls()
                .body(Map.of("current", wren.password(), "next", NEXT))
                .post("/api/auth/password")
                .then()
                .statusCode(204);
        stuff(wren);

        lost.tryLogin(NEXT).then().statusCode(429);
    }

    @Test
    void leavingLeavesTheBrowserKnown() {
        Response left = Person.registered("wren").browser().authCalls().post("/api/auth/logout");

        left.then().statusCode(204);
        assertThat(left.cookie(Person.ACCESS), equalTo(""));
        assertThat(left.cookie(Person.DEVICE), nullValue());
    }

    @Test
    void aProgramGetsNoCookieEither() {
        Person wren = Person.registered("wren");
        Response in = wren.program();

        Response changed = wren.calls()
                .header("Authorization", "Bearer " + in.path("accessToken"))
                .body(Map.of("current", wren.password(), "next", NEXT))
                .post("/api/auth/password");

        assertThat(in.cookies(), equalTo(Map.of()));
        changed.then().statusCode(204);
        assertThat(changed.cookies(), equalTo(Map.of()));
    }

    /** A browser in which this person signed in then. */
    private Person.Browser known(Person person, Duration fromNow) {
        String hash = pool.preparedQuery("select password_hash from users where id = ?")
                .execute(Tuple.of(person.id()))
                .await()
                .atMost(Duration.ofSeconds(5))
                .iterator()
                .next()
                .getString(0);
        Account account =
                new Account(person.id(), person.username(), person.username(), UserRole.user, hash, Instant.now());
        Clock then = Clock.offset(Clock.systemUTC(), fromNow);
        return new Person.Browser(person, "", "", new KnownBrowsers(seal, then).cookie(account));
    }

    /** Somebody fails at the account from everywhere until it waits. */
    private static void stuff(Person victim) {
        int[] statuses = tries(() -> Person.from(Person.randomAddress())
                .body(Map.of("username", victim.username(), "password", WRONG))
                .post("/api/auth/login"));
        assertThat(statuses, equalTo(new int[] {401, 401, 401, 429}));
    }

    private static int[] tries(Supplier<Response> attempt) {
        return IntStream.rangeClosed(0, TightLimits.PER_ACCOUNT)
                .map(time -> attempt.get().statusCode())
                .toArray();
    }
}
