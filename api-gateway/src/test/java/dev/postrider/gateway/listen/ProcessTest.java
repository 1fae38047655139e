package dev.postrider.gateway.listen;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.testkit.quarkus.KafkaResource;
import dev.postrider.testkit.quarkus.RedisResource;
import dev.postrider.testkit.quarkus.TokensResource;
import dev.postrider.testkit.raw.Wire;
import dev.postrider.testkit.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The gateway as a process: configuration, real tokens, Redis, management. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RedisResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(ProcessTest.FreePort.class)
final class ProcessTest {
    @Inject
    Startup startup;

    /** Takes whatever port is free. */
    public static final class FreePort implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of("gateway.listen.port", "0");
        }

        @Override
        public void stop() {}
    }

    @Test
    void itIsReadyWithoutAnyPartBehindItAndShowsItsFigures() throws Exception {
        int management = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(management, "/q/health/ready").status() == 200);
        String figures = get(management, "/q/metrics").body();
        assertTrue(figures.contains("gateway_tunnels_open"), figures);
        assertTrue(figures.contains("gateway_nodes_ready"));
    }

    @Test
    void aGenuineTokenPassesAndForgedExpiredOrOtherOnesDoNot() throws Exception {
        String user = TestTokens.newUser();
        String session = TestTokens.newSession();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !code(TestTokens.access(user)).equals("signed-out"));
        assertEquals("signed-out", code(TestTokens.access(user).replaceFirst("....$", "AAAA")));
        assertEquals("signed-out", code(TestTokens.access(user, session, "read", Duration.ofMinutes(-5))));
        assertEquals("signed-out", code(TestTokens.ticket(user, session)));
        assertEquals(
                "unavailable",
                socket("Sec-WebSocket-Protocol: postrider.v1, postrider.ticket." + TestTokens.ticket(user, session)));
        assertEquals(
                "signed-out",
                socket("Sec-WebSocket-Protocol: postrider.v1, postrider.ticket." + TestTokens.access(user, session)));
    }

    @Test
    void sharesAreCountedInRedis() throws Exception {
        String token = "Authorization: Bearer " + TestTokens.access(TestTokens.newUser());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> call(token).header("RateLimit").contains("\"calls\""));
        assertTrue(call(token).header("RateLimit-Policy").startsWith("\"calls\";q=600"));
    }

    private static Wire.Answer get(int port, String path) throws Exception {
        try (var wire = new Wire(port)) {
            return wire.send(Edge.request("GET", path)).answer();
        }
    }

    /** No chat node runs: a good token is told that, a bad one is not let so far. */
    private String code(String token) throws Exception {
        return call("Authorization: Bearer " + token).code();
    }

    private Wire.Answer call(String header) throws Exception {
        try (var wire = new Wire(startup.port())) {
            return wire.send(Edge.request("GET", "/api/rooms", header)).answer();
        }
    }

    private String socket(String header) throws Exception {
        try (var wire = new Wire(startup.port())) {
            return wire.send(Edge.upgrade(header)).answer().code();
        }
    }
}
