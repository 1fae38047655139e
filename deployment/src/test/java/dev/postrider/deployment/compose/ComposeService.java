package dev.postrider.deployment.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One service of the Compose file, with its variables in place.
 *
 * @param given what stands below its name
 */
record ComposeService(String name, Map<?, ?> given) {

    /** Empty where the image says what runs. */
    List<String> command() {
        return texts(given.get("command"));
    }

    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        ComposeFile.map(given.get("environment"))
                .forEach((key, value) -> environment.put(key.toString(), String.valueOf(value)));
        return environment;
    }

    /** What a container sees, by the path at which it sees it. */
    Map<String, String> mounts() {
        return texts(given.get("volumes")).stream()
                .map(volume -> volume.split(":"))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    }

    /** Condition by the service it waits for. */
    Map<String, String> dependsOn() {
        Map<String, String> conditions = new TreeMap<>();
        ComposeFile.map(given.get("depends_on"))
                .forEach((key, value) -> conditions.put(
                        key.toString(), String.valueOf(ComposeFile.map(value).get("condition"))));
        return conditions;
    }

    /** Whether Compose goes on without it where its profile is off. */
    boolean needs(String other) {
        Object entry = ComposeFile.map(given.get("depends_on")).get(other);
        return !Boolean.FALSE.equals(ComposeFile.map(entry).get("required"));
    }

    /** Words of the health check without the leading {@code CMD}. */
    List<String> healthCheck() {
        List<String> words = texts(ComposeFile.map(given.get("healthcheck")).get("test"));
        return words.isEmpty() ? words : words.subList(1, words.size());
    }

    /** The module whose image it runs. */
    Optional<String> module() {
        Object build = ComposeFile.map(given.get("build")).get("dockerfile");
        return Optional.ofNullable(build).map(file -> file.toString().replaceFirst("/.*", ""));
    }

    List<String> list(String key) {
        return texts(given.get(key));
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(given.get(key)).map(Object::toString);
    }

    static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
