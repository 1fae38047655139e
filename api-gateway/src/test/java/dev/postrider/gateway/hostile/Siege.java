package dev.postrider.gateway.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.testkit.raw.Wire;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A gateway under attack, with one {@link StrictPart} in every place behind it. */
final class Siege implements AutoCloseable {
    static final String TOKEN = "Authorization: Bearer good-wren";
    /** What an attack tries to bring past the guard. */
    static final String HIDDEN = "GET /api/auth/hidden HTTP/1.1\r\nHost: localhost:8080\r\n" + TOKEN + "\r\n\r\n";

    private static final Pattern INSIDE = Pattern.compile(
            "(?i)exception|\\.java|netty|vertx|quarkus|jackson|postrider\\.gateway|\\bat [a-z]+\\.[a-z]");
    final StrictPart part = new StrictPart();
    final Edge edge;

    Siege() throws Exception {
        this(Map.of());
    }

    Siege(Map<String, String> settings) throws Exception {
        var all = new HashMap<>(Map.of(
                "gateway.limits.sign-ins-per-address",
                "100000",
                "gateway.limits.open-calls-per-address",
                "100000",
                "gateway.limits.calls-per-user",
                "100000",
                "gateway.services.auth",
                part.url(),
                "gateway.services.history",
                part.url(),
                "gateway.chat-nodes",
                part.node()));
        all.putAll(settings);
        edge = new Edge(1, all);
    }

    /** Sends these bytes over one connection. @return all that is answered until it is closed or silent */
    List<Wire.Answer> attack(String bytes) throws Exception {
        try (var wire = edge.wire()) {
            return wire.send(bytes).answers();
        }
    }

    /** Sends these bytes over one connection and reads the first answer. */
    Wire.Answer attackOnce(String bytes) throws Exception {
        try (var wire = edge.wire()) {
            return wire.send(bytes).answer();
        }
    }

    /** Nothing behind heard anything, and nothing is said about the inside. */
    void assertKept(List<Wire.Answer> answers) throws Exception {
        assertEquals(List.of(), part.calls);
        assertWell(answers);
    }

    /** One request in one reading came through. @return that one */
    StrictPart.Call assertOneCall(List<Wire.Answer> answers) throws Exception {
        assertEquals(1, part.calls.size(), () -> part.calls.toString());
        var call = part.calls.getFirst();
        assertWell(answers);
        return call;
    }

    /** Whatever was answered tells nothing of the inside, and the next caller is served well. */
    void assertWell(List<Wire.Answer> answers) throws Exception {
        for (var answer : answers) {
            assertFalse(INSIDE.matcher(answer.body()).find(), answer::body);
        }
        int before = part.calls.size();
        assertEquals(200, edge.call("GET", "/api/auth/canary", TOKEN).status());
        assertEquals(before + 1, part.calls.size(), () -> part.calls.toString());
        assertEquals("/api/auth/canary", part.calls.getLast().uri());
        assertTrue(part.faults.isEmpty(), () -> part.faults.toString());
    }

    @Override
    public void close() throws Exception {
        edge.close();
        part.close();
    }
}
