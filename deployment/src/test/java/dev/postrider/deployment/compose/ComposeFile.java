package dev.postrider.deployment.compose;

import dev.postrider.deployment.Checkout;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code docker-compose.yml} as Compose reads it with one env file.
 *
 * @param services those whose profile is on, by name
 * @param volumes names of all volumes
 */
record ComposeFile(Map<String, ComposeService> services, Set<String> volumes) {

    static ComposeFile read(Interpolation variables) {
        Map<?, ?> file =
                map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Checkout.text("docker-compose.yml")));
        Set<String> on = Arrays.stream(variables
                        .variables()
                        .getOrDefault("COMPOSE_PROFILES", "")
                        .split(","))
                .collect(Collectors.toSet());
        Map<String, ComposeService> services = new LinkedHashMap<>();
        map(file.get("services")).forEach((name, given) -> {
            Map<?, ?> service = map(placed(given, variables));
            List<String> profiles = ComposeService.texts(service.get("profiles"));
            if (profiles.isEmpty() || profiles.stream().anyMatch(on::contains)) {
                services.put(name.toString(), new ComposeService(name.toString(), service));
            }
        });
        return new ComposeFile(
                services,
                map(file.get("volumes")).keySet().stream().map(Object::toString).collect(Collectors.toSet()));
    }

    ComposeService service(String name) {
        return Objects.requireNonNull(services.get(name), () -> "no service " + name);
    }

    private static Object placed(Object value, Interpolation variables) {
        return switch (value) {
            case String text -> variables.in(text);
            case List<?> list ->
                list.stream().map(each -> placed(each, variables)).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> placed = new TreeMap<>();
                map.forEach((key, each) -> placed.put(key.toString(), each == null ? "" : placed(each, variables)));
                yield placed;
            }
            default -> value;
        };
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
