package dev.postrider.e2e.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.postrider.contracts.frame.Json;
import dev.postrider.testkit.client.WireCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The committed JSON Schema; a frame or body that does not keep it fails the test that received it. */
public final class PublishedSchemas implements WireCheck {
    private static final ObjectMapper JSON = Json.mapper();
    private static final JsonNode DOCUMENT = read();
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    @Override
    public void onFrame(String text) {
        check("ServerFrame", parsed(text));
    }

    /** By path and status: problems, pages, conversations, sync. */
    @Override
    public void onAnswer(String method, String path, int status, String json) {
        JsonNode body = parsed(json);
        if (status >= 400) {
            check("Problem", body);
        } else if (path.equals("/api/sync")) {
            check("SyncAnswer", body);
        } else if (path.matches("/api/conversations/[^/]+/messages") && body.has("messages")) {
            check("Page", body);
        } else if (path.equals("/api/conversations")) {
            body.get("conversations").forEach(conversation -> check("Conversation", conversation));
        } else if (body.path("user").has("username")) {
            check("User", body.get("user"));
        }
    }

    private static void check(String definition, JsonNode value) {
        var faults =
                SCHEMAS.computeIfAbsent(definition, PublishedSchemas::compile).validate(value);
        if (!faults.isEmpty()) {
            throw new AssertionError(definition + " breaks the published schema: " + faults);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema compile(String definition) {
        JsonNode root = ((ObjectNode) DOCUMENT.deepCopy()).put("$ref", "#/$defs/" + definition);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(Path.of("..", "contracts", "generated", "frames.schema.json")
                    .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
