package dev.postrider.e2e.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.postrider.contracts.frame.ClientFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A route or a frame without a row fails here, before anything is started; so does a row of what is no more. */
class MatrixTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static Set<String> published() {
        Set<String> routes = new TreeSet<>();
        for (String service : List.of("auth-service", "chat-service", "history-service")) {
            read(service)
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(operation -> METHODS.contains(operation.getKey()))
                            .forEach(operation ->
                                    routes.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }
        return routes;
    }

    private static JsonNode read(String service) {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("..", "contracts", "generated", "openapi", service + ".yaml")
                            .toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> frames() {
        Set<String> names = new TreeSet<>();
        Deque<Class<?>> types = new ArrayDeque<>(List.of(ClientFrame.class));
        while (!types.isEmpty()) {
            Class<?> type = types.pop();
            if (type.isSealed()) {
                types.addAll(List.of(type.getPermittedSubclasses()));
            } else {
                names.add(Objects.requireNonNull(type.getAnnotation(JsonTypeName.class))
                        .value());
            }
        }
        return names;
    }

    private static Set<String> named(Stream<String> rows) {
        return rows.collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyPublishedRouteHasARowAndEveryRowARoute() {
        assertEquals(
                published(),
                named(Row.all().stream().filter(row -> !row.isFrame()).map(row -> row.method() + " " + row.target())));
    }

    @Test
    void everyFrameHasARowAndEveryRowAFrame() {
        assertEquals(frames(), named(Row.all().stream().filter(Row::isFrame).map(Row::target)));
    }

    /** A room's route must be tried in a room that its caller cannot know of. */
    @Test
    void everyRouteOfARoomOrConversationIsTriedInAPrivateOne() {
        Set<String> open = named(Row.all().stream()
                .filter(row -> row.target().contains("{room}")
                        || row.target().startsWith("/api/conversations/{")
                        || row.body().contains("{conversation}"))
                .map(row -> row.method() + " " + row.target()));
        Set<String> closed = named(Row.all().stream()
                .filter(row -> row.place() == Row.Place.PRIVATE)
                .map(row -> row.method() + " " + row.target()));
        open.removeAll(closed);

        assertEquals(Set.of(), open);
    }
}
