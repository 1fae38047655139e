package dev.postrider.auth.session;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.postrider.auth.support.ControlTail;
import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import dev.postrider.base.identity.TokenVerifier;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class EndingTest {
    @Inject
    ControlTail control;

    @Inject
    TokenVerifier verifier;

    @Test
    void logoutEndsTheSessionHereAtOnceAndEverywhereWithinASecond() {
        Person.Browser browser = Person.registered("wren").browser();
        String session = verifier.verify(browser.access()).sessionId();

        Response left = browser.authCalls().post("/api/auth/logout");

        left.then().statusCode(204);
        assertThat(left.detailedCookie(Person.ACCESS).getMaxAge(), equalTo(0L));
        assertThat(left.detailedCookie(Person.REFRESH).getMaxAge(), equalTo(0L));
        assertThat(browser.meStatus(), equalTo(401));
        browser.tryRefresh().then().statusCode(401);
        await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(control.heardEndOf(session), is(true)));
    }

    @Test
    void theRefreshCookieAloneSufficesToLeave() {
        Person.Browser browser = Person.registered("moss").browser();

        Response left = browser.person()
                .calls()
                .header("Origin", Person.ORIGIN)
                .cookie(Person.REFRESH, browser.refresh())
                .post("/api/auth/logout");

        left.then().statusCode(204);
        assertThat(browser.meStatus(), equalTo(401));
    }

    @Test
    void leavingWithoutASessionIsNoFault() {
        Response left = Person.from(Person.randomAddress()).post("/api/auth/logout");

        left.then().statusCode(204);
    }

    @Test
    void sessionsAreListedWithTheCurrentOneMarked() {
        Person fern = Person.registered("fern");
        fern.program();
        Person.Browser browser = fern.browser();

        Response list = browser.calls().get("/api/auth/sessions");

        list.then()
                .statusCode(200)
                .body("sessions", hasSize(3))
                .body("sessions.findAll { it.current }", hasSize(1))
                .body("sessions.find { it.current }.kind", equalTo("browser"))
                .body("sessions.find { it.current }.address", equalTo(fern.address()))
                .body("sessions.findAll { it.kind == 'app' }", hasSize(1));
    }

    @Test
    void oneSessionCanBeEndedFromAnother() {
        Person juniper = Person.registered("juniper");
        Person.Browser here = juniper.browser();
        Person.Browser there = juniper.browser();
        String session = verifier.verify(there.access()).sessionId();

        Response ended = here.calls().delete("/api/auth/sessions/" + session);

        ended.then().statusCode(204);
        assertThat(there.meStatus(), equalTo(401));
        assertThat(here.meStatus(), equalTo(200));
    }

    @Test
    void anotherPersonsSessionIsNotFound() {
        Person.Browser mine = Person.registered("wren").browser();
        Person.Browser theirs = Person.registered("moss").browser();
        String session = verifier.verify(theirs.access()).sessionId();

        Response answer = mine.calls().delete("/api/auth/sessions/" + session);

        answer.then().statusCode(404).body("code", equalTo("not-found"));
        assertThat(theirs.meStatus(), equalTo(200));
    }

    @Test
    void allOthersEndAndThisOneStays() {
        Person fern = Person.registered("fern");
        Person.Browser here = fern.browser();
        Person.Browser there = fern.browser();

        Response ended = here.calls().delete("/api/auth/sessions");

        ended.then().statusCode(204);
        assertThat(there.meStatus(), equalTo(401));
        assertThat(here.meStatus(), equalTo(200));
    }
}
