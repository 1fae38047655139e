package dev.postrider.deployment.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postrider.deployment.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One PromQL expression of an alert or a dashboard.
 *
 * @param where the alert or the panel
 */
record Query(String where, String expression) {
    private static final Pattern METRIC = Pattern.compile("\\b(?:postrider|gateway|jvm|process)_[a-z_]+\\b");
    private static final List<String> DASHBOARDS = List.of("messages", "parts");

    static List<Query> all() {
        List<Query> all = new ArrayList<>();
        alerts().forEach(alert -> all.add(new Query(alert.name(), alert.expression())));
        for (String name : DASHBOARDS) {
            for (JsonNode panel : dashboard(name).path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    all.add(new Query(
                            panel.path("title").asText(), target.path("expr").asText()));
                }
            }
        }
        return List.copyOf(all);
    }

    /** @param runbook page and part */
    record Alert(String name, String expression, String runbook) {}

    static List<Alert> alerts() {
        JsonNode file = new ObjectMapper()
                .valueToTree(new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(Checkout.text("deploy/prometheus/alerts.yml")));
        List<Alert> alerts = new ArrayList<>();
        for (JsonNode rule : file.at("/groups/0/rules")) {
            alerts.add(new Alert(
                    rule.path("alert").asText(),
                    rule.path("expr").asText(),
                    rule.at("/annotations/runbook").asText()));
        }
        return alerts;
    }

    /** Names of the metrics it reads. */
    Set<String> metrics() {
        Set<String> names = new TreeSet<>();
        METRIC.matcher(expression).results().forEach(match -> names.add(match.group()));
        return names;
    }

    private static JsonNode dashboard(String name) {
        try {
            return new ObjectMapper().readTree(Checkout.text("deploy/grafana/dashboards/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
