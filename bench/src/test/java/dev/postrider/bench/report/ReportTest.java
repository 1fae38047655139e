package dev.postrider.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.bench.report.Figure.Better;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Figure FAST = new Figure("direct", "p99", 20, "ms", Better.LESS);
    private static final RoundRow ROUND = new RoundRow(
            "direct",
            1,
            1_000,
            999.5,
            10_000,
            9_995,
            0,
            0,
            0,
            3,
            5,
            new RoundRow.Latency(1.5, 2, 9.25, 20, 30),
            new RoundRow.Latency(2.5, 3, 12, 25, 35),
            40,
            Map.of("api-gateway", 30.5));

    @TempDir
    private Path folder;

    @Test
    void figuresSurviveTheirFile() throws IOException {
        Path file = folder.resolve("figures.csv");
        Csv.writeFigures(List.of(FAST), file);
        assertEquals(Map.of(FAST.key(), FAST), Csv.readFigures(file));
    }

    @Test
    void aComparisonSaysWhatBecameBetterAndWorse() {
        Map<String, Figure> before = Map.of(FAST.key(), FAST);
        assertTrue(line(before, 10).endsWith("| -50 % | better |"), line(before, 10));
        assertTrue(line(before, 40).endsWith("| +100 % | **worse** |"), line(before, 40));
        assertTrue(line(before, 20.5).endsWith("| same |"), line(before, 20.5));
    }

    @Test
    void thePageTellsCommandMachineAndEveryRound() {
        Results results = new Results(new PrintStream(OutputStream.nullOutputStream()));
        results.round(ROUND);
        results.figure("direct", "p99", 9.25, "ms", Better.LESS);
        String page = Markdown.page("./dev bench --seed 7", new Machine(Map.of("commit", "abc")), results, Map.of());

        assertTrue(page.contains("`./dev bench --seed 7`"), page);
        assertTrue(page.contains("commit: abc"), page);
        assertTrue(
                page.contains("| 1000 | 1000 | 1.50 · 9.25 · 20 | 2.50 · 12 · 25 | 40 ms | 31 | 0 · 0 · 0 · 5 | 3 |"),
                page);
    }

    @Test
    void scenariosStandSideBySideAndThoseNotRunSayWhy() {
        Results results = new Results(new PrintStream(OutputStream.nullOutputStream()));
        results.round(ROUND);
        results.round(other("peers-one", 1_000));
        results.round(other("ramp", 500));
        results.round(other("ramp", 1_000));
        results.figure("peers-one", Figure.RESIDENT + "peer", 31.5, "MiB", Better.LESS);
        results.figure("peers-one", Figure.BEFORE, 9_010, "messages", Better.NEITHER);
        results.figure("peers-one", Figure.GONE, 12, "messages", Better.LESS);
        results.round(stuck("peers-three"));
        results.note("peers-two", "Not run: the package is not installed.");

        String page = Markdown.page("./dev bench", new Machine(Map.of()), results, Map.of());

        assertTrue(page.contains("| direct | 1,000 | 1.50 · 9.25 | 2.50 · 12 | 31 | 0 |  | 0 · 0 · 0 · 5 |  |"), page);
        assertTrue(
                page.contains(
                        "| peers-one | 1,000 | 1.50 · 9.25 | 2.50 · 12 | 20 | 9 | 32 | 1 · 0 · 0 · 0 | 12 of 9,010 |"),
                page);
        assertTrue(page.contains("| peers-three | 1,000 | none | none |  |  |  | 0 · 0 · 0 · 10000 |  |"), page);
        assertFalse(page.contains("| ramp |"), page);
        assertTrue(page.contains("## peers-two\n\nNot run: the package is not installed.\n"), page);
    }

    private static RoundRow stuck(String scenario) {
        RoundRow.Latency never = new RoundRow.Latency(0, 0, 0, 0, 0);
        return new RoundRow(
                scenario, 1, 1_000, 0, 10_000, 0, 0, 0, 0, 0, 10_000, never, never, 0, Map.of("peer", 9_000_000.0));
    }

    private static RoundRow other(String scenario, double offered) {
        return new RoundRow(
                scenario,
                1,
                offered,
                999,
                10_000,
                9_999,
                1,
                0,
                0,
                0,
                0,
                ROUND.answer(),
                ROUND.delivery(),
                0,
                Map.of("peer", 20.0, "driver", 9.0));
    }

    @Test
    void roundsAndDrawingAreWritten() throws IOException {
        Path file = folder.resolve("rounds.csv");
        Csv.writeRounds(List.of(ROUND, ROUND), file);
        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        assertEquals(lines.getFirst().split(";").length, lines.getLast().split(";").length);
        assertTrue(Plot.svg(List.of(ROUND, ROUND)).startsWith("<svg "));
    }

    private static String line(Map<String, Figure> before, double now) {
        return Comparison.lines(before, List.of(new Figure("direct", "p99", now, "ms", Better.LESS)))
                .getFirst();
    }
}
