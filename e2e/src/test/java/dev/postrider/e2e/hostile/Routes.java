package dev.postrider.e2e.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.postrider.e2e.hostile.Route.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Every route of every service, from the descriptions that are committed and checked fresh: a new one is among them. */
final class Routes {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int DEPTH_MAX = 8;

    private final String service;
    private final JsonNode document;

    private Routes(String service) {
        this.service = service;
        Path file = Path.of("..", "contracts", "generated", "openapi", service + ".yaml");
        try {
            this.document = new YAMLMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Route> all() {
        return Stream.of("auth-service", "chat-service", "history-service")
                .flatMap(service -> new Routes(service).read().stream())
                .toList();
    }

    private List<Route> read() {
        List<Route> routes = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> routes.add(route(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue(),
                                operation.getValue()))));
        return routes;
    }

    private Route route(String method, String path, JsonNode shared, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode declared : List.of(shared.path("parameters"), operation.path("parameters"))) {
            declared.forEach(one -> {
                String in = one.path("in").asText();
                if (in.equals("path") || in.equals("query")) {
                    parameters.add(new Parameter(one.path("name").asText(), in.equals("path")));
                }
            });
        }
        JsonNode body = operation.at("/requestBody/content/application~1json/schema");
        return new Route(
                service,
                method,
                path,
                List.copyOf(parameters),
                body.isMissingNode() ? null : resolved(body, 0),
                operation.has("security"));
    }

    /** Without references and without alternatives that are null. */
    private JsonNode resolved(JsonNode schema, int depth) {
        JsonNode found = schema;
        if (schema.has("$ref")) {
            found = document.at(schema.get("$ref").asText().substring(1));
        } else if (schema.has("anyOf")) {
            found = schema.get("anyOf").get(0);
        }
        if (found != schema) {
            return resolved(found, depth);
        }
        ObjectNode copy = found.deepCopy();
        if (depth < DEPTH_MAX && copy.path("properties") instanceof ObjectNode properties) {
            properties.properties().forEach(one -> one.setValue(resolved(one.getValue(), depth + 1)));
        }
        return copy;
    }
}
