package dev.postrider.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.gateway.testing.Edge;
import dev.postrider.gateway.testing.Part;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

final class DocumentsTest {
    @Test
    void theInstallationTellsItsVersionAndTheContractOfItsSocket() throws Exception {
        try (var edge = Edge.plain()) {
            var version = new JsonObject(edge.call("GET", "/api/version").body());
            assertEquals("1.2.3", version.getString("version"));
            assertEquals("postrider.v1", version.getString("protocol"));
            var socket = new JsonObject(edge.call("GET", "/api/asyncapi.json").body());
            assertTrue(socket.getString("asyncapi").startsWith("3."), socket.getString("asyncapi"));
        }
    }

    @Test
    void theDescriptionsOfTheServicesAreJoinedWithoutTheirInnerCalls() throws Exception {
        try (var edge = Edge.plain()) {
            describe(edge.auth, "/api/auth/me", "/internal/users");
            describe(edge.history, "/api/sync", "/internal/holders");
            var joined = new JsonObject(edge.call("GET", "/api/openapi.json").body());
            var paths = joined.getJsonObject("paths").fieldNames();
            assertTrue(paths.contains("/api/auth/me") && paths.contains("/api/sync"));
            assertFalse(paths.contains("/internal/users"));
            assertEquals(
                    2,
                    joined.getJsonObject("components").getJsonObject("schemas").size());
            edge.auth.die();
            assertEquals(200, edge.call("GET", "/api/openapi.json").status());
        }
    }

    @Test
    void whileAServiceHasNeverToldThereIsNoHalfDescription() throws Exception {
        try (var edge = Edge.plain()) {
            describe(edge.auth, "/api/auth/me", "/internal/users");
            edge.history.die();
            var answer = edge.call("GET", "/api/openapi.json");
            assertEquals(503, answer.status());
            assertEquals("unavailable", answer.code());
        }
    }

    private static void describe(Part part, String open, String inner) {
        var schemas = new JsonObject().put("Of" + open.hashCode(), new JsonObject());
        var text = new JsonObject()
                .put("paths", new JsonObject().put(open, new JsonObject()).put(inner, new JsonObject()))
                .put("components", new JsonObject().put("schemas", schemas))
                .encode();
        part.behaviour = request -> request.response().end(text);
    }
}
