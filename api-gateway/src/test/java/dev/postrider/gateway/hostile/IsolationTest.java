package dev.postrider.gateway.hostile;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.gateway.limit.RateWindow;
import dev.postrider.gateway.testing.Edge;
import dev.postrider.testkit.raw.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who holds as many connections to a part as may be held alone leaves the others theirs. */
final class IsolationTest {
    private static final String MOSS = "Authorization: Bearer good-moss";
    private static final String[] HALF = {"Content-Type: application/json", "Content-Length: 10"};
    private final List<Wire> wires = new ArrayList<>();
    private Edge edge;

    @BeforeEach
    void start() throws Exception {
        edge = new Edge(1, Map.of("gateway.limits.calls-at-once", "3", "gateway.bounds.calls-per-part-max", "4"));
    }

    @AfterEach
    void stop() throws Exception {
        for (var wire : wires) {
            wire.close();
        }
        edge.close();
    }

    @Test
    void halfABodyManyTimesLeavesTheOthersTheirPart() throws Exception {
        for (int i = 0; i < 3; i++) {
            hold("/api/auth/sessions", Siege.TOKEN);
        }
        await().until(() -> edge.call("GET", "/api/auth/me", Siege.TOKEN).status() == 429);
        var refused = edge.call("GET", "/api/auth/me", Siege.TOKEN);
        assertEquals("rate", refused.code());
        assertEquals("1", refused.header("Retry-After"));
        assertEquals(200, edge.call("GET", "/api/auth/me", MOSS).status());
        assertEquals(200, edge.call("GET", "/api/auth/jwks.json").status());
    }

    @Test
    void withoutATokenAnAddressHoldsOnlySoManyToo() throws Exception {
        for (int i = 0; i < 3; i++) {
            hold("/api/auth/refresh", "X: x");
        }
        await().until(() -> edge.call("GET", "/api/auth/jwks.json").status() == 429);
        assertEquals(200, edge.call("GET", "/api/auth/me", MOSS).status());
    }

    @Test
    void aPlaceIsFreeAgainHoweverTheCallEnded() throws Exception {
        for (int round = 0; round < 4; round++) {
            hold("/api/auth/sessions", Siege.TOKEN).close();
            assertEquals(404, edge.call("GET", "/api/nothing", Siege.TOKEN).status());
            edge.auth.behaviour = request -> request.connection().close();
            try (var wire = edge.wire()) {
                assertEquals(
                        504,
                        wire.send(Edge.post("/api/auth/sessions", "{}", Siege.TOKEN))
                                .answer()
                                .status());
            }
            edge.auth.behaviour = edge.auth::answer;
        }
        for (int i = 0; i < 5; i++) {
            await().until(() -> edge.call("GET", "/api/auth/me", Siege.TOKEN).status() == 200);
        }
        try (var wire = edge.wire()) {
            for (int i = 0; i < 5; i++) {
                assertEquals(
                        200,
                        wire.send(Edge.request("GET", "/api/auth/me", Siege.TOKEN))
                                .answer()
                                .status());
            }
        }
    }

    @Test
    void whoIsGoneBeforeTheCallBeginsHoldsNoPlace() throws Exception {
        var few = Map.of("gateway.limits.calls-at-once", "3");
        try (var late = new Edge(1, few, IsolationTest::late)) {
            for (int i = 0; i < 3; i++) {
                late.wire()
                        .send(Edge.request("GET", "/api/auth/me", Siege.TOKEN))
                        .close();
            }
            assertEquals(200, late.call("GET", "/api/auth/me", Siege.TOKEN).status());
        }
    }

    /** As a window does that asks Redis: on the caller's context, a while later. */
    private static RateWindow late(RateWindow window) {
        return (key, perMinute) -> window.take(key, perMinute)
                .compose(grant -> Future.future(
                        told -> Vertx.currentContext().owner().setTimer(200, passed -> told.complete(grant))));
    }

    private Wire hold(String path, String token) throws Exception {
        var wire = edge.wire().send(Edge.request("POST", path, token, HALF[0], HALF[1]) + "{");
        wires.add(wire);
        return wire;
    }
}
