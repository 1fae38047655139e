package dev.postrider.e2e.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.postrider.contracts.frame.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The committed JSON Schema; a frame or body that does not keep it fails the test that received it. */
public final class PublishedSchemas {
    private static final JsonNode DOCUMENT = read();
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private PublishedSchemas() {}

    /** Every frame of the server, and every body of REST, that a test sees comes through here. */
    public static void check(String definition, JsonNode value) {
        var faults = SCHEMAS.computeIfAbsent(definition, PublishedSchemas::compile).validate(value);
        if (!faults.isEmpty()) {
            throw new AssertionError(definition + " breaks the published schema: " + faults);
        }
    }

    /** By path and status: problems, pages, conversations, sync. */
    public static void checkAnswer(String path, int status, JsonNode body) {
        if (status >= 400) {
            check("Problem", body);
        } else if (path.startsWith("/api/sync")) {
            check("SyncAnswer", body);
        } else if (path.matches("/api/conversations/[^/?]+/messages(\\?.*)?") && body.has("messages")) {
            check("Page", body);
        } else if (path.startsWith("/api/conversations") && body.has("conversations")) {
            body.get("conversations").forEach(conversation -> check("Conversation", conversation));
        } else if (body.path("user").has("username")) {
            check("User", body.get("user"));
        }
    }

    private static JsonSchema compile(String definition) {
        JsonNode root = ((ObjectNode) DOCUMENT.deepCopy()).put("$ref", "#/$defs/" + definition);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }

    private static JsonNode read() {
        try {
            return Json.mapper()
                    .readTree(Path.of("..", "contracts", "generated", "frames.schema.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
