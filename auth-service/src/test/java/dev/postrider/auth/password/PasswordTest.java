package dev.postrider.auth.password;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

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
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class PasswordTest {
    private static final String NEXT = "another quiet evening walk";

    @Inject
    Pool pool;

    @Test
    void anUnknownNameAndAWrongPasswordGetTheSameAnswer() {
        Person wren = Person.registered("wren");
        Person nobody = new Person("nobody-" + wren.username(), "x", "x", Person.randomAddress());

        Map<String, Object> wrong = withoutTrace(wren.tryLogin("not the password"));
        Map<String, Object> unknown = withoutTrace(nobody.tryLogin("not the password"));

        assertThat(unknown, equalTo(wrong));
        assertThat(unknown, hasEntry("code", "bad-credentials"));
    }

    @Test
    void aChangedPasswordEndsEveryOtherSession() {
        Person moss = Person.registered("moss");
        Person.Browser here = moss.browser();
        Person.Browser there = moss.browser();

        Response changed = here.calls()
                .body(Map.of("current", moss.password(), "next", NEXT))
                .post("/api/auth/password");

        changed.then().statusCode(204);
        assertThat(here.meStatus(), equalTo(200));
        assertThat(there.meStatus(), equalTo(401));
        moss.tryLogin(moss.password()).then().statusCode(401);
        moss.tryLogin(NEXT).then().statusCode(200);
    }

    @Test
    void aChangeWithAWrongPasswordChangesNothing() {
        Person fern = Person.registered("fern");

        Response refused = fern.browser()
                .calls()
                .body(Map.of("current", "not the password", "next", NEXT))
                .post("/api/auth/password");

        refused.then().statusCode(401).body("code", equalTo("bad-credentials"));
        fern.tryLogin(fern.password()).then().statusCode(200);
    }

    @Test
    void aResetCodeIsTakenOnceAndEndsEverySession() {
        Person juniper = Person.registered("juniper");
        Person.Browser before = juniper.browser();
        String code = "one-time-" + juniper.id();
        pool.preparedQuery("insert into reset_codes (user_id, code_hash, expires_at) values (?, ?, ?)")
                .execute(Tuple.of(
                        juniper.id(),
                        TokenHash.of(code),
                        Instant.now().plusSeconds(600).toEpochMilli()))
                .await()
                .atMost(Duration.ofSeconds(5));
        Map<String, String> reset = Map.of("username", juniper.username(), "code", code, "next", NEXT);

        Response first = juniper.calls().body(reset).post("/api/auth/reset");
        Response second = juniper.calls().body(reset).post("/api/auth/reset");

        first.then().statusCode(204);
        second.then().statusCode(401).body("code", equalTo("bad-credentials"));
        assertThat(before.meStatus(), equalTo(401));
        juniper.tryLogin(NEXT).then().statusCode(200);
    }

    @Test
    void aDeactivatedPersonCannotSignInAndShowsAsDeactivated() {
        Person gone = Person.registered("wren");
        Person.Browser browser = gone.browser();
        Person.Browser other = Person.registered("moss").browser();

        Response answer =
                browser.authCalls().body(Map.of("password", gone.password())).post("/api/auth/deactivate");

        answer.then().statusCode(204);
        assertThat(browser.meStatus(), equalTo(401));
        gone.tryLogin(gone.password()).then().statusCode(401).body("code", equalTo("bad-credentials"));
        other.calls()
                .get("/api/users/" + gone.id())
                .then()
                .body("user.deactivated", equalTo(true))
                .body("user.username", equalTo(gone.username()));
    }

    @Test
    void everyWrongFieldOfARegistrationIsNamed() {
        Response answer = Person.from(Person.randomAddress())
                .body(Map.of("username", "-x", "password", "short", "displayName", " "))
                .post("/api/auth/register");

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body("errors.field", hasItems("username", "password", "displayName"));
    }

    @Test
    void aCommonPasswordIsRefused() {
        Response answer = Person.from(Person.randomAddress())
                .body(Map.of("username", "someone-new", "password", "Password123456"))
                .post("/api/auth/register");

        answer.then().statusCode(400).body("errors.code", hasItem("too-common"));
    }

    @Test
    void aTakenNameIsRefusedWhateverItsCase() {
        Person taken = Person.registered("fern");

        Response answer = Person.from(Person.randomAddress())
                .body(Map.of("username", taken.username().toUpperCase(java.util.Locale.ROOT), "password", NEXT))
                .post("/api/auth/register");

        answer.then().statusCode(409).body("code", equalTo("username-taken"));
    }

    @Test
    void whatIsNoJsonIsAProblemToo() {
        Response broken =
                Person.from(Person.randomAddress()).body("{\"username\":").post("/api/auth/login");
        Response typed = Person.from(Person.randomAddress())
                .body("{\"username\":5,\"password\":\"x\"}")
                .post("/api/auth/login");
        Response twice = Person.from(Person.randomAddress())
                .body("{\"username\":\"wren\",\"password\":\"x\",\"password\":\"y\"}")
                .post("/api/auth/login");
        Response overlong = Person.from(Person.randomAddress())
                .body(HexFormat.of().parseHex("7b22757365726e616d65223a227772c0af656e227d"))
                .post("/api/auth/login");
        Response text = Person.from(Person.randomAddress())
                .contentType("text/plain")
                .body("hello")
                .post("/api/auth/login");
        Response method = Person.from(Person.randomAddress()).put("/api/auth/login");
        Response large = Person.from(Person.randomAddress())
                .body("\"" + "x".repeat(70_000) + "\"")
                .post("/api/auth/login");
        Response nowhere = Person.from(Person.randomAddress()).get("/api/auth/nowhere");

        broken.then().statusCode(400).contentType("application/problem+json").body("code", equalTo("invalid"));
        typed.then().statusCode(400).body("errors.field", hasItem("username"));
        twice.then().statusCode(400).body("code", equalTo("invalid"));
        overlong.then().statusCode(400).body("errors.code", hasItem("encoding"));
        text.then().statusCode(415).body("code", equalTo("unsupported-media-type"));
        method.then().statusCode(405).body("code", equalTo("method-not-allowed"));
        large.then().statusCode(413).body("code", equalTo("too-large"));
        nowhere.then().statusCode(404).contentType("application/problem+json").body("code", equalTo("not-found"));
    }

    private static Map<String, Object> withoutTrace(Response answer) {
        Map<String, Object> body = answer.then().statusCode(401).extract().path("");
        body.remove("traceId");
        return body;
    }
}
