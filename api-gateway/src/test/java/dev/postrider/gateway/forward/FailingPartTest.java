package dev.postrider.gateway.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.gateway.testing.Part;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a caller is told when a part is away, dies or is slow. */
final class FailingPartTest {
    private static final String TOKEN = "Authorization: Bearer good-wren";

    @Test
    void anAbsentPartIsUnavailableAndSaysWhenToComeBack() throws Exception {
        try (var edge = Edge.plain()) {
            edge.history.die();
            var answer = edge.call("GET", "/api/sync", TOKEN);
            assertEquals(503, answer.status());
            assertEquals("unavailable", answer.code());
            assertEquals("1", answer.header("Retry-After"));
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertTrue(answer.body().contains(answer.header("X-Request-Id")));
        }
    }

    @Test
    void aChangeWhosePartDiesOnTheWayIsUnknownAndAQuestionUnavailable() throws Exception {
        try (var edge = Edge.plain()) {
            edge.chat.getFirst().behaviour = request -> request.connection().close();
            edge.history.behaviour = request -> request.connection().close();
            try (var wire = edge.wire()) {
                var change = wire.send(Edge.post("/api/rooms", "{}", TOKEN)).answer();
                assertEquals(504, change.status());
                assertEquals("unknown", change.code());
            }
            assertEquals("unavailable", edge.call("GET", "/api/sync", TOKEN).code());
        }
    }

    @Test
    void aQuestionWhoseConnectionBreaksIsAskedOnceMoreAndAChangeIsNot() throws Exception {
        try (var edge = Edge.plain();
                var wire = edge.wire()) {
            Part history = edge.history;
            history.behaviour = request -> {
                history.note(request, "");
                history.behaviour = history::answer;
                request.connection().close();
            };
            assertEquals(200, edge.call("GET", "/api/sync", TOKEN).status());
            assertEquals(2, history.heard.size());
            Part chat = edge.chat.getFirst();
            chat.behaviour = request -> {
                chat.note(request, "");
                request.connection().close();
            };
            assertEquals(
                    "unknown",
                    wire.send(Edge.post("/api/rooms", "{}", TOKEN)).answer().code());
            assertEquals(1, chat.heard.size());
        }
    }

    @Test
    void aPartThatNeverAnswersIsUnknownAfterTheTimeOut() throws Exception {
        try (var edge = new Edge(1, Map.of("gateway.timeouts.response", "200ms"))) {
            edge.chat.getFirst().behaviour = request -> {};
            try (var wire = edge.wire()) {
                assertEquals(
                        504,
                        wire.send(Edge.post("/api/rooms", "{}", TOKEN)).answer().status());
            }
        }
    }

    @Test
    void aPartMayAnswerBeforeItHasReadTheWholeBody() throws Exception {
        try (var edge = Edge.plain();
                var wire = edge.wire()) {
            edge.chat.getFirst().behaviour =
                    request -> request.response().setStatusCode(403).end("{}");
            wire.send(
                    Edge.request("POST", "/api/rooms", TOKEN, "Content-Type: application/json", "Content-Length: 60000")
                            + "x".repeat(100));
            assertEquals(403, wire.answer().status());
            wire.send("x".repeat(59_900));
            assertEquals(
                    200, wire.send(Edge.request("GET", "/api/version")).answer().status());
        }
    }

    @Test
    void aPartThatDiesInTheMiddleOfAnAnswerCutsTheConnection() throws Exception {
        try (var edge = Edge.plain();
                var wire = edge.wire()) {
            edge.history.behaviour = request -> {
                request.response().setChunked(true).write("half");
                edge.vertx.setTimer(20, later -> request.connection().close());
            };
            wire.send(Edge.request("GET", "/api/export/me", TOKEN));
            assertThrows(Exception.class, wire::answer);
        }
    }

    @Test
    void aCallGoesToTheNextChatNodeWhenTheFirstCannotBeReached() throws Exception {
        try (var edge = new Edge(2, Map.of("gateway.health.interval", "60s", "gateway.health.timeout", "5s"))) {
            Part first = owner(edge);
            first.die();
            for (int i = 0; i < 3; i++) {
                assertEquals(200, edge.call("GET", "/api/rooms", TOKEN).status());
            }
            assertEquals(1, edge.readyNodes());
        }
    }

    private static Part owner(Edge edge) throws Exception {
        edge.call("GET", "/api/rooms", TOKEN);
        return edge.chat.stream()
                .filter(part -> !part.heard.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
