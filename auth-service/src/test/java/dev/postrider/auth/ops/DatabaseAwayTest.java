package dev.postrider.auth.ops;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import dev.postrider.testkit.server.EmbeddedMariaDb;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class DatabaseAwayTest {

    @Test
    void withTheDatabaseFrozenSignInIsUnavailableAndALivingTokenStillOpensThePage() {
        Person wren = Person.registered("wren");
        Person.Browser browser = wren.browser();
        browser.calls().get("/api/auth/me").then().statusCode(200);
        EmbeddedMariaDb database = EmbeddedMariaDb.shared();

        Response signIn;
        Response me;
        Response keys;
        database.pause();
        try {
            signIn = wren.tryLogin(wren.password());
            me = browser.calls().get("/api/auth/me");
            keys = wren.calls().get("/api/auth/jwks.json");
        } finally {
            database.resume();
        }

        signIn.then().statusCode(503).body("code", equalTo("unavailable")).header("Retry-After", notNullValue());
        me.then().statusCode(200).body("user.id", equalTo(wren.id()));
        keys.then().statusCode(200);
    }

    @Test
    void afterTheDatabaseWasKilledAndIsBackEverythingWorksAgain() {
        Person moss = Person.registered("moss");
        EmbeddedMariaDb database = EmbeddedMariaDb.shared();
        database.kill();
        Response without;
        try {
            without = moss.tryLogin(moss.password());
        } finally {
            database.restart();
        }

        without.then().statusCode(503).body("code", equalTo("unavailable"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> moss.tryLogin(moss.password()).then().statusCode(200));
    }
}
