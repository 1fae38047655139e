package dev.postrider.e2e.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.e2e.hostile.Account.Session;
import dev.postrider.e2e.suite.Outage;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import dev.postrider.testkit.raw.Door;
import dev.postrider.testkit.raw.Wire;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is not, or not any more, a key opens nothing at any door; also after every service was killed and Redis lost all. */
@WithSuite
class TokenLifeTest {
    private static final String NEXT = "quite another walk by night";
    private static final String HANDSHAKE = "Upgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Version: 13\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nSec-WebSocket-Protocol: postrider.v1";
    private static final long A_MINUTE_MILLIS = 60_000;

    private final Suite suite;
    private final Door gateway;

    TokenLifeTest(Suite suite) {
        this.suite = suite;
        this.gateway = suite.door("gateway");
    }

    @Test
    void endedStaysEndedAfterEveryServiceWasKilledAndRedisEmptied() throws SQLException {
        Account wren = Account.registered(gateway, "wren");
        Session living = wren.signsIn(gateway);
        Map<String, Session> ended = new LinkedHashMap<>();
        ended.put("left", left(wren.signsIn(gateway)));
        ended.put("ended from elsewhere", endedBy(living, wren.signsIn(gateway)));
        ended.put("after its refresh token was used twice", stolen(wren.signsIn(gateway)));
        ended.put("after the password was changed", changedPassword());
        ended.put("deactivated", deactivated());

        ended.forEach((how, session) -> suite.eventually(() -> assertRefused(how, session)));
        assertTakenForWhatTheyAreAlone(living);
        Outage.ofRedissMemory(suite);
        Outage.ofEveryService(suite);
        Outage.ofRedissMemory(suite);

        ended.forEach(this::assertRefused);
        assertTakenForWhatTheyAreAlone(living);
        assertLives(Session.of(Account.refreshes(gateway, living.refresh())));
    }

    private Session left(Session session) {
        Account.wanted(gateway.call("POST", "/api/auth/logout", Door.bearer(session.access())), 204);
        return session;
    }

    private Session endedBy(Session other, Session session) {
        Account.wanted(gateway.call("DELETE", "/api/auth/sessions/" + session.id(), Door.bearer(other.access())), 204);
        return session;
    }

    /** The thief replays what its owner has replaced long ago. */
    private Session stolen(Session first) throws SQLException {
        Session second = Session.of(Account.refreshes(gateway, first.refresh()));
        assertEquals(1, replacedLongAgo(first));
        FairAnswer.refused("replayed", Account.refreshes(gateway, first.refresh()), ProblemCode.SIGNED_OUT);
        return second;
    }

    private Session changedPassword() {
        Account moss = Account.registered(gateway, "moss");
        Session other = moss.signsIn(gateway);
        Session here = moss.signsIn(gateway);
        String change = Account.text(Map.of("current", moss.password(), "next", NEXT));
        Account.wanted(gateway.json("POST", "/api/auth/password", change, Door.bearer(here.access())), 204);
        assertLives(here);
        return other;
    }

    private Session deactivated() {
        Account fern = Account.registered(gateway, "fern");
        Session session = fern.signsIn(gateway);
        String body = Account.text(Map.of("password", fern.password()));
        Account.wanted(gateway.json("POST", "/api/auth/deactivate", body, Door.bearer(session.access())), 204);
        FairAnswer.refused(
                "sign-in", Account.tries(gateway, fern.username(), fern.password()), ProblemCode.BAD_CREDENTIALS);
        return session;
    }

    private void assertRefused(String how, Session session) {
        assertOpensNothing(how, session.access());
        assertRefreshesNothing(how, session.refresh());
    }

    /** Each kind of token for its own purpose, and for no other. */
    private void assertTakenForWhatTheyAreAlone(Session living) {
        assertLives(living);
        String ticket = Account.wanted(gateway.call("POST", "/api/auth/tickets", Door.bearer(living.access())), 201)
                .path("ticket")
                .asText();
        assertOpensNothing("refresh as access", living.refresh());
        assertOpensNothing("ticket as access", ticket);
        assertRefreshesNothing("access as refresh", living.access());
        assertRefreshesNothing("ticket as refresh", ticket);
        for (String part : List.of("gateway", "chat-service", "chat-service-2")) {
            assertEquals(
                    401, handshake(part, "postrider.ticket." + living.access()).status(), part);
            assertEquals(
                    401, handshake(part, "postrider.ticket." + living.refresh()).status(), part);
        }
        assertEquals(101, handshake("gateway", "postrider.ticket." + ticket).status());
    }

    private void assertLives(Session session) {
        places().forEach((place, door) -> assertEquals(
                200, door.call("GET", place, Door.bearer(session.access())).status(), place));
    }

    private void assertOpensNothing(String how, String token) {
        places().forEach((place, door) -> {
            FairAnswer.refused(
                    how + " at " + door, door.call("GET", place, Door.bearer(token)), ProblemCode.SIGNED_OUT);
            FairAnswer.refused(
                    how + " as a cookie at " + door,
                    door.call("GET", place, "Cookie: postrider_access=" + token),
                    ProblemCode.SIGNED_OUT);
        });
        for (String part : List.of("gateway", "chat-service", "chat-service-2")) {
            assertEquals(401, handshake(part, "x", Door.bearer(token)).status(), how + " at " + part);
        }
    }

    private void assertRefreshesNothing(String how, String token) {
        for (String part : List.of("gateway", "auth-service")) {
            FairAnswer.refused(how, Account.refreshes(suite.door(part), token), ProblemCode.SIGNED_OUT);
        }
    }

    /** One call a door, by its path; with a blank query where two doors answer the same. */
    private Map<String, Door> places() {
        return Map.of(
                "/api/auth/me", gateway,
                "/api/conversations", gateway,
                "/api/drafts", gateway,
                "/api/auth/me?", suite.door("auth-service"),
                "/api/sync?", suite.door("history-service"),
                "/api/drafts?", suite.door("chat-service"),
                "/api/blocks?", suite.door("chat-service-2"));
    }

    private Wire.Answer handshake(String part, String alsoOffered, String... more) {
        String[] headers = Stream.concat((HANDSHAKE + ", " + alsoOffered).lines(), Arrays.stream(more))
                .toArray(String[]::new);
        return suite.door(part).call("GET", "/ws", headers);
    }

    private int replacedLongAgo(Session session) throws SQLException {
        String sql = "update refresh_tokens set replaced_at = replaced_at - " + A_MINUTE_MILLIS
                + " where session_id = ? and replaced_at is not null";
        try (Connection connection = suite.world().database().connect("postrider_auth");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, session.id());
            return statement.executeUpdate();
        }
    }
}
