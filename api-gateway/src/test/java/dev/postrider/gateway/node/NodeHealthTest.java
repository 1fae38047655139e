package dev.postrider.gateway.node;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.gateway.testing.Part;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NodeHealthTest {
    private final Vertx vertx = Vertx.vertx();
    private Part first;
    private Part second;
    private ChatNode one;
    private ChatNode two;
    private NodeHealth health;

    @BeforeEach
    void twoNodesAreReady() throws Exception {
        first = new Part(vertx, "chat-1");
        second = new Part(vertx, "chat-2");
        one = new ChatNode("127.0.0.1", first.port(), first.port());
        two = new ChatNode("127.0.0.1", second.port(), second.port());
        var config = Edge.config(Map.of(
                "gateway.services.auth", "http://127.0.0.1:1",
                "gateway.services.history", "http://127.0.0.1:1",
                "gateway.health.interval", "20ms",
                "gateway.health.timeout", "200ms"));
        health = new NodeHealth(vertx, () -> List.of(one, two), config.health());
        health.start();
        await().until(() -> health.ready().size() == 2);
    }

    @AfterEach
    void ends() throws Exception {
        health.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void whoIsSilentIsPassedOverWhileAnotherIsReady() {
        first.mute = true;

        await().until(() -> health.ready().equals(List.of(two)));

        assertEquals(List.of(two), health.worthTrying());
    }

    @Test
    void whereAllAreSilentTheyAreTriedAllTheSame() {
        first.mute = true;
        second.readiness = 503;

        await().until(() -> health.ready().isEmpty());

        assertEquals(List.of(one), health.worthTrying());
    }

    @Test
    void whoIsSilentForLongIsNotTried() {
        first.mute = true;
        second.mute = true;

        await().until(() -> health.worthTrying().isEmpty());
    }

    @Test
    void whoCouldNotBeReachedIsNotTried() {
        second.readiness = 503;
        await().until(() -> health.ready().equals(List.of(one)));
        first.mute = true;
        await().until(() -> health.ready().isEmpty());

        health.silent(one);
        assertEquals(List.of(one), health.worthTrying());
        health.unreachable(one);
        assertEquals(List.of(), health.worthTrying());

        first.mute = false;
        await().until(() -> health.ready().equals(List.of(one)));
    }
}
