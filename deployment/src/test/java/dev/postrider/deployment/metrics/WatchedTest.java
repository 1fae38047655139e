package dev.postrider.deployment.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.deployment.Checkout;
import dev.postrider.deployment.compose.Caller;
import dev.postrider.deployment.compose.Running;
import dev.postrider.deployment.compose.RunningCompose;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Prometheus on real figures of the running suite. */
@ExtendWith(RunningCompose.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchedTest {
    private static final Pattern OURS =
            Pattern.compile("^((?:postrider|gateway)_[a-z_]+?)(?:_bucket|_count|_sum)?[{ ]", Pattern.MULTILINE);
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `([a-z_]+)`", Pattern.MULTILINE);
    private static final Duration SOON = Duration.ofSeconds(120);

    @Test
    void everyQueryReadsMetricsThatAreThere(Running compose) throws Exception {
        Prometheus prometheus = Prometheus.on(compose);
        someTraffic(compose);

        for (Query query : Query.all()) {
            for (String metric : query.metrics()) {
                Awaitility.await(query.where() + " reads " + metric)
                        .atMost(SOON)
                        .until(() -> !prometheus.query(metric).isEmpty());
            }
            prometheus.query(query.expression());
        }
    }

    @Test
    void everyFigureIsDocumentedAndEveryDocumentedOneIsThere(Running compose) throws Exception {
        someTraffic(compose);
        Set<String> shown = new TreeSet<>();
        for (String[] place : new String[][] {
            {"auth-service", "9081"},
            {"history-service", "9082"},
            {"chat-service-1", "9091"},
            {"chat-service-2", "9091"},
            {"api-gateway", "9080"}
        }) {
            String page = get(URI.create("http://127.0.0.1:" + compose.port(place[0], place[1]) + "/q/metrics"));
            shown.addAll(names(OURS, page));
        }
        shown.removeIf(name -> name.endsWith("_max"));
        // Told only once somebody types.
        shown.addAll(Set.of("postrider_live_dropped_total", "postrider_live_published_total"));

        assertEquals(names(DOCUMENTED, Checkout.text("docs/metrics.md")), shown);
    }

    @Test
    void theFirstCommandOfEveryRunbookWorks(Running compose) throws Exception {
        someTraffic(compose);
        Map<String, String> places = Map.of(
                "HISTORY", "127.0.0.1:" + compose.port("history-service", "9082"),
                "CHAT", "127.0.0.1:" + compose.port("chat-service-1", "9091"),
                "GATEWAY", "127.0.0.1:" + compose.port("api-gateway", "9080"));
        String page = Checkout.text("docs/runbook.md");
        for (Query.Alert alert : Query.alerts()) {
            String own = page.substring(page.indexOf("## " + alert.name()));
            String command = own.substring(own.indexOf("```bash\n") + 8).split("\n")[0];
            ProcessBuilder shell = new ProcessBuilder("bash", "-o", "pipefail", "-c", command);
            shell.environment().putAll(places);
            Process process = shell.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(0, process.waitFor(), alert.name() + ": " + command);
            assertFalse(said.isBlank(), alert.name());
        }
    }

    /** Messages, a refusal and a socket that comes and goes. */
    private static void someTraffic(Running compose) throws Exception {
        String suffix = Long.toString(System.nanoTime(), 36);
        Caller one = Caller.register(compose.gateway(), "rook." + suffix);
        Caller other = Caller.register(compose.gateway(), "lark." + suffix);
        assertFalse(one.send(other, "The figures move.").isEmpty());
        one.openAndClose();
        assertFalse(one.sync().isBlank());
        assertTrue(get(compose.gateway().resolve("/api/nothing")).contains("not-found"));
        Awaitility.await().atMost(SOON).until(() -> other.read(one).contains("The figures move."));
    }

    private static String get(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
