package dev.postrider.bench.report;

import dev.postrider.bench.report.RoundRow.Latency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** All scenarios with rounds at one rate in one table, a row each: medians over rounds, sums of what went wrong. */
final class SideBySide {
    private SideBySide() {}

    /** Nothing where there are fewer than two. */
    static List<String> lines(Results results) {
        Map<String, List<RoundRow>> byScenario = new LinkedHashMap<>();
        results.rounds()
                .forEach(row -> byScenario
                        .computeIfAbsent(row.scenario(), name -> new ArrayList<>())
                        .add(row));
        byScenario
                .values()
                .removeIf(rows ->
                        rows.stream().mapToDouble(RoundRow::offered).distinct().count() > 1);
        if (byScenario.size() < 2) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("""
            | scenario | offered/s | accepted p50 · p99 ms | delivered p50 · p99 ms | servers µs a message | driver µs \
            | resident MiB | lost · doubled · reordered · unanswered | gone after kill -9 |
            |---|---|---|---|---|---|---|---|---|\
            """));
        byScenario.forEach((scenario, rows) -> lines.add(line(scenario, rows, results.figures())));
        return lines;
    }

    private static String line(String scenario, List<RoundRow> rows, List<Figure> figures) {
        double driver = median(rows, row -> row.processor().getOrDefault("driver", 0.0));
        double all = median(rows, RoundRow::processorOfAll);
        boolean held = sum(rows, RoundRow::accepted) > 0;
        double resident = figures.stream()
                .filter(figure ->
                        figure.scenario().equals(scenario) && figure.name().startsWith(Figure.RESIDENT))
                .mapToDouble(Figure::value)
                .sum();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %d · %d · %d · %d | %s |",
                scenario,
                offered(rows),
                held ? latency(rows, RoundRow::answer) : "none",
                held ? latency(rows, RoundRow::delivery) : "none",
                held ? whole(all - driver) : "",
                held ? whole(driver) : "",
                resident == 0 ? "" : whole(resident),
                sum(rows, RoundRow::lost),
                sum(rows, RoundRow::doubled),
                sum(rows, RoundRow::reordered),
                sum(rows, RoundRow::unanswered),
                gone(scenario, figures));
    }

    private static String gone(String scenario, List<Figure> figures) {
        return value(scenario, Figure.GONE, figures)
                .flatMap(gone -> value(scenario, Figure.BEFORE, figures).map(all -> gone + " of " + all))
                .orElse("");
    }

    private static Optional<String> value(String scenario, String name, List<Figure> figures) {
        return figures.stream()
                .filter(figure ->
                        figure.scenario().equals(scenario) && figure.name().equals(name))
                .map(figure -> Numbers.of(figure.value()))
                .findFirst();
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String offered(List<RoundRow> rows) {
        return Numbers.of(rows.getFirst().offered());
    }

    private static String latency(List<RoundRow> rows, Function<RoundRow, Latency> which) {
        return Numbers.of(median(rows, row -> which.apply(row).p50())) + " · "
                + Numbers.of(median(rows, row -> which.apply(row).p99()));
    }

    private static long sum(List<RoundRow> rows, ToLongFunction<RoundRow> count) {
        return rows.stream().mapToLong(count).sum();
    }

    private static double median(List<RoundRow> rows, ToDoubleFunction<RoundRow> value) {
        return Numbers.median(rows.stream().mapToDouble(value));
    }
}
