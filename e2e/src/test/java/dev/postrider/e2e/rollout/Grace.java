package dev.postrider.e2e.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the manifests in {@code k8s} give to a service that is told to stop. */
final class Grace {
    private static final Path BASE = Path.of("..", "k8s", "base");
    private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory());

    private Grace() {}

    /** From SIGTERM to SIGKILL: the grace of its pod, less what {@code preStop} takes of it. */
    static Duration of(String part) {
        JsonNode pod = documents(part.replaceFirst("-[0-9]+$", "") + ".yaml").stream()
                .map(document -> document.path("spec").path("template").path("spec"))
                .filter(spec -> spec.has("terminationGracePeriodSeconds"))
                .findFirst()
                .orElseThrow();
        long before = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asLong();
        return Duration.ofSeconds(pod.path("terminationGracePeriodSeconds").asLong() - before);
    }

    /** The setting of chat nodes in a cluster. */
    static String drainOver() {
        return documents("settings.yaml").stream()
                .map(document -> document.path("data").path("CHAT_DRAIN_OVER").asText())
                .filter(setting -> !setting.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> documents(String file) {
        try (var documents = YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(BASE.resolve(file).toFile())) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
