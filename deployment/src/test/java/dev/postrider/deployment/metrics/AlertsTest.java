package dev.postrider.deployment.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.deployment.Checkout;
import dev.postrider.deployment.Tools;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlertsTest {
    @Test
    void everyAlertHasARunbookWithACommandToBeginWith() {
        String page = Checkout.text("docs/runbook.md");
        for (Query.Alert alert : Query.alerts()) {
            String name = alert.name();
            String part = page.substring(page.indexOf("## " + name) + 1);
            String own = part.contains("\n## ") ? part.substring(0, part.indexOf("\n## ")) : part;

            assertTrue(page.contains("## " + name), name);
            assertTrue(page.contains("id=\"" + alert.runbook().replaceFirst(".*#", "") + "\""), name);
            assertTrue(own.contains("```bash\n"), name + " has no first command");
        }
    }

    @Test
    void everyAlertHasACaseInWhichItFiresAndOneInWhichItDoesNot() {
        String cases = Checkout.text("deploy/prometheus/alerts.test.yml");
        assertEquals(
                new TreeSet<>(Query.alerts().stream().map(Query.Alert::name).toList()),
                cases.lines()
                        .filter(line -> line.endsWith(" fires") || line.endsWith(" is silent"))
                        .map(line -> line.split(" ")[4])
                        .collect(Collectors.toCollection(TreeSet::new)));
        Query.alerts().forEach(alert -> {
            assertTrue(cases.contains("name: " + alert.name() + " fires\n"));
            assertTrue(cases.contains("name: " + alert.name() + " is silent\n"));
        });
    }

    @Test
    void promtoolSeesEachFireAndStaySilent() throws Exception {
        Tools.need("promtool");
        for (List<String> words : List.of(
                List.of("promtool", "check", "config", "--syntax-only", "prometheus.yml"),
                List.of("promtool", "check", "rules", "alerts.yml"),
                List.of("promtool", "test", "rules", "alerts.test.yml"))) {
            Process process = new ProcessBuilder(words)
                    .directory(Checkout.file("deploy/prometheus").toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
        }
    }
}
