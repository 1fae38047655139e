package dev.postrider.deployment.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.deployment.Checkout;
import dev.postrider.deployment.Tools;
import dev.postrider.deployment.compose.Running;
import dev.postrider.stack.server.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** This machine's Prometheus on the files of the suite, watching a running one. Stopped with that. */
final class Prometheus {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static @Nullable Prometheus watching;
    private final URI address;

    private Prometheus(URI address) {
        this.address = address;
    }

    /** The one that watches this suite, started when it is first asked for; ends the test where there is no Prometheus. */
    static synchronized Prometheus on(Running compose) throws IOException {
        Tools.need("prometheus");
        Prometheus running = watching;
        if (running == null) {
            running = watch(compose, Path.of("target", "prometheus").toAbsolutePath());
            watching = running;
        }
        return running;
    }

    /** With the file's own words; only that it looks every second and alerts after one. */
    private static Prometheus watch(Running compose, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("alerts.yml"),
                Checkout.text("deploy/prometheus/alerts.yml").replaceAll("for: \\d+[sm]", "for: 1s"));
        Files.writeString(
                folder.resolve("prometheus.yml"),
                compose.moved(Checkout.text("deploy/prometheus/prometheus.yml"))
                        .replace("interval: 5s", "interval: 1s"));
        int port = FreePorts.take();
        List<String> words = new ArrayList<>(List.of("prometheus"));
        compose.command("prometheus").stream()
                .map(word ->
                        word.replaceFirst("^--config.file=.*", "--config.file=" + folder.resolve("prometheus.yml")))
                .forEach(words::add);
        words.add("--web.listen-address=127.0.0.1:" + port);
        compose.startInstead("prometheus", words);
        Prometheus prometheus = new Prometheus(URI.create("http://127.0.0.1:" + port));
        Awaitility.await("every target is up")
                .atMost(Duration.ofSeconds(120))
                .ignoreExceptions()
                .until(() -> prometheus.query("count(up == 1)").at("/0/value/1").asInt() == 5);
        return prometheus;
    }

    /** The result, which may be empty. @throws IOException where the query is refused */
    JsonNode query(String expression) throws IOException, InterruptedException {
        return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("result");
    }

    /** Names of the alerts that fire now. */
    Set<String> firing() throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        query("ALERTS{alertstate=\"firing\"}")
                .forEach(series -> names.add(series.at("/metric/alertname").asText()));
        return names;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode body = JSON.readTree(answer.body());
        if (!body.path("status").asText().equals("success")) {
            throw new IOException(path + ": " + answer.body());
        }
        return body.path("data");
    }
}
