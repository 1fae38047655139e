package dev.postrider.deployment.compose;

import dev.postrider.stack.server.FreePorts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts this machine and free ports in the place of the containers' names and ports. Not thread-safe. */
final class Moved {
    private static final Pattern PLACE = Pattern.compile("\\b([a-z][a-z0-9-]*)((?::\\d{4,5})+)\\b");
    private static final Set<String> THIS_MACHINE = Set.of("localhost");

    private final Map<String, Integer> ports = new TreeMap<>();
    private final Map<String, Set<String>> served;

    /** @param served the ports that each service listens on, by its name */
    private Moved(Map<String, Set<String>> served) {
        this.served = new HashMap<>(served);
    }

    /** What each service of that file listens on. */
    static Moved of(ComposeFile file) {
        Map<String, Set<String>> served = new HashMap<>(Map.of(
                "kafka", Set.of("9092", "9093"),
                "mariadb", Set.of("3306"),
                "redis", Set.of("6379"),
                "prometheus", Set.of("9090"),
                "grafana", Set.of("3000")));
        file.services().values().stream()
                .filter(service -> service.module().isPresent())
                .forEach(service -> served.put(
                        service.name(),
                        Set.of(
                                Objects.requireNonNull(service.environment().get("QUARKUS_HTTP_PORT")),
                                Objects.requireNonNull(service.environment().get("QUARKUS_MANAGEMENT_PORT")))));
        return new Moved(served);
    }

    /** The port on this machine of one that a container listens on. */
    int port(String service, String port) {
        return ports.computeIfAbsent(service + ":" + port, place -> FreePorts.take());
    }

    /** @throws IllegalArgumentException where the text names a service or a port that nobody serves */
    String in(String text) {
        return PLACE.matcher(text).replaceAll(this::moved);
    }

    private String moved(MatchResult place) {
        String service = place.group(1);
        if (THIS_MACHINE.contains(service)) {
            return place.group();
        }
        StringBuilder moved = new StringBuilder("127.0.0.1");
        for (String port : place.group(2).substring(1).split(":")) {
            if (!served.getOrDefault(service, Set.of()).contains(port)) {
                throw new IllegalArgumentException("nobody serves " + service + ":" + port);
            }
            moved.append(':').append(port(service, port));
        }
        return moved.toString();
    }
}
