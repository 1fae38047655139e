package dev.postrider.auth.session;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.postrider.auth.support.ControlTail;
import dev.postrider.auth.support.Person;
import dev.postrider.auth.support.Servers;
import dev.postrider.auth.support.ShiftedClock;
import dev.postrider.base.identity.TokenVerifier;
import dev.postrider.base.identity.VerifiedTicket;
import dev.postrider.base.identity.VerifiedToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class RefreshTest {
    @Inject
    ShiftedClock clock;

    @Inject
    ControlTail control;

    @Inject
    TokenVerifier verifier;

    @AfterEach
    void presentAgain() {
        clock.back();
    }

    @Test
    void refreshGivesNewCookiesAndATicket() {
        Person.Browser browser = Person.registered("wren").browser();

        Response answer = browser.tryRefresh();

        answer.then()
                .statusCode(200)
                .body("ticket", notNullValue())
                .body("user.id", equalTo(browser.person().id()));
        assertThat(answer.cookie(Person.REFRESH), not(equalTo(browser.refresh())));
        assertThat(answer.cookie(Person.ACCESS), not(blankOrNullString()));
        VerifiedTicket ticket = verifier.verifyTicket(answer.path("ticket"));
        assertThat(ticket.userId(), equalTo(browser.person().id()));
        assertThat(ticket.until(), greaterThan(ticket.expiresAt()));
    }

    @Test
    void theTokenJustReplacedGetsTheSameSuccessor() {
        Person.Browser browser = Person.registered("moss").browser();
        String successor = browser.tryRefresh().cookie(Person.REFRESH);
        clock.advance(Duration.ofSeconds(25));

        Response again = browser.tryRefresh();

        again.then().statusCode(200);
        assertThat(again.cookie(Person.REFRESH), equalTo(successor));
    }

    @Test
    void tenTabsAtOnceAllGetTheSameSuccessor() {
        Person.Browser browser = Person.registered("fern").browser();

        List<CompletableFuture<Response>> tabs = IntStream.range(0, 10)
                .mapToObj(tab -> CompletableFuture.supplyAsync(browser::tryRefresh))
                .toList();

        List<String> successors = tabs.stream()
                .map(tab -> tab.join().then().statusCode(200).extract().cookie(Person.REFRESH))
                .distinct()
                .toList();
        assertThat(successors, hasSize(1));
    }

    @Test
    void aLaterUseOfAReplacedTokenEndsTheSessionForBoth() {
        Person.Browser browser = Person.registered("juniper").browser();
        Response rightful = browser.tryRefresh();
        Person.Browser renewed = new Person.Browser(
                browser.person(), rightful.cookie(Person.ACCESS), rightful.cookie(Person.REFRESH), browser.device());
        String session = verifier.verify(renewed.access()).sessionId();
        clock.advance(Duration.ofSeconds(31));

        Response stolen = browser.tryRefresh();

        stolen.then().statusCode(401).body("code", equalTo("signed-out"));
        renewed.tryRefresh().then().statusCode(401);
        assertThat(renewed.meStatus(), equalTo(401));
        await().untilAsserted(() -> assertThat(control.heardEndOf(session), is(true)));
    }

    @Test
    void aProgramRefreshesByBody() {
        Person moss = Person.registered("moss");
        String token = moss.program().path("refreshToken");

        Response answer = moss.calls().body(Map.of("refreshToken", token)).post("/api/auth/refresh");

        answer.then()
                .statusCode(200)
                .body("accessToken", notNullValue())
                .body("refreshToken", notNullValue())
                .body("ticket", notNullValue());
        assertThat(answer.cookies().isEmpty(), is(true));
    }

    @Test
    void anExpiredAccessCookieDoesNotStandInTheWay() {
        Person.Browser browser = Person.registered("wren").browser();

        Response answer = browser.person()
                .calls()
                .header("Origin", Person.ORIGIN)
                .cookie(Person.ACCESS, "expired.or.broken")
                .cookie(Person.REFRESH, browser.refresh())
                .post("/api/auth/refresh");

        answer.then().statusCode(200);
    }

    @Test
    void aRefreshTokenUnusedForThirtyDaysIsOver() {
        Person.Browser browser = Person.registered("fern").browser();
        clock.advance(Duration.ofDays(30).plusSeconds(1));

        Response answer = browser.tryRefresh();

        answer.then().statusCode(401).body("code", equalTo("signed-out"));
    }

    @Test
    void aTicketStandsForTheAccessItWasAskedWith() {
        Person.Browser browser = Person.registered("moss").browser();

        Response answer = browser.calls().post("/api/auth/tickets");

        answer.then().statusCode(201).body("expiresInSeconds", equalTo(30));
        VerifiedTicket ticket = verifier.verifyTicket(answer.path("ticket"));
        VerifiedToken access = verifier.verify(browser.access());
        assertThat(ticket.userId(), equalTo(access.userId()));
        assertThat(ticket.sessionId(), equalTo(access.sessionId()));
        assertThat(ticket.scopes(), equalTo(access.scopes()));
        assertThat(ticket.until(), equalTo(access.expiresAt()));
    }

    @Test
    void withoutAnyTokenOneIsSignedOut() {
        Response answer = Person.from(Person.randomAddress()).post("/api/auth/refresh");

        answer.then().statusCode(401).body("code", equalTo("signed-out"));
    }
}
