package dev.postrider.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as a page. */
public final class Markdown {
    private Markdown() {}

    /**
     * @param command that repeats this run
     * @param before figures of an earlier run; empty where there is none to compare with
     */
    public static String page(String command, Machine machine, Results results, Map<String, Figure> before) {
        List<String> lines = new ArrayList<>();
        lines.add("# Measured\n");
        lines.add("Repeat it with `" + command + "`.\n");
        machine.facts().forEach((name, value) -> lines.add("- " + name + ": " + value));
        List<String> sideBySide = SideBySide.lines(results);
        if (!sideBySide.isEmpty()) {
            lines.add("\n## Side by side\n");
            lines.addAll(sideBySide);
        }
        Map<String, List<Figure>> byScenario = new LinkedHashMap<>();
        results.figures()
                .forEach(figure -> byScenario
                        .computeIfAbsent(figure.scenario(), name -> new ArrayList<>())
                        .add(figure));
        results.notes().keySet().forEach(scenario -> byScenario.putIfAbsent(scenario, new ArrayList<>()));
        byScenario.forEach((scenario, figures) -> {
            lines.add("\n## " + scenario + "\n");
            results.notes().getOrDefault(scenario, List.of()).forEach(sentence -> lines.add(sentence + "\n"));
            if (figures.isEmpty()) {
                return;
            }
            rounds(scenario, results.rounds(), lines);
            lines.add("| figure | value |\n|---|---|");
            figures.forEach(figure ->
                    lines.add("| %s | %s %s |".formatted(figure.name(), Numbers.of(figure.value()), figure.unit())));
        });
        List<String> compared = Comparison.lines(before, results.figures());
        if (!compared.isEmpty()) {
            lines.add("\n## Beside the earlier run\n");
            lines.add("| figure | before | now | change | |\n|---|---|---|---|---|");
            lines.addAll(compared);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void rounds(String scenario, List<RoundRow> all, List<String> lines) {
        List<RoundRow> rounds =
                all.stream().filter(row -> row.scenario().equals(scenario)).toList();
        if (rounds.isEmpty()) {
            return;
        }
        lines.add("![Latency by offered rate](" + Plot.fileOf(scenario) + ")\n");
        lines.add("| offered/s | accepted/s | accepted p50 · p99 · p99.9 ms | delivered p50 · p99 · p99.9 ms | last row"
                + " after | µs a message | lost · doubled · reordered · unanswered | overtaken live |\n"
                + "|---|---|---|---|---|---|---|---|");
        for (RoundRow row : rounds) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %.0f | %.0f | %s | %s | %s | %.0f | %d · %d · %d · %d | %d |",
                    row.offered(),
                    row.perSecond(),
                    latency(row.answer()),
                    latency(row.delivery()),
                    row.rowsLateMillis() < 0 ? "not in time" : row.rowsLateMillis() + " ms",
                    row.processorOfAll(),
                    row.lost(),
                    row.doubled(),
                    row.reordered(),
                    row.unanswered(),
                    row.overtaken()));
        }
        lines.add("");
    }

    private static String latency(RoundRow.Latency latency) {
        return Numbers.of(latency.p50()) + " · " + Numbers.of(latency.p99()) + " · " + Numbers.of(latency.p999());
    }
}
