package dev.postrider.bench.report;

import dev.postrider.bench.report.Figure.Better;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that was measured, told as it comes. One thread. */
public final class Results {
    private final PrintStream screen;
    private final List<Figure> figures = new ArrayList<>();
    private final List<RoundRow> rounds = new ArrayList<>();
    private final Map<String, List<String>> notes = new LinkedHashMap<>();

    public Results(PrintStream screen) {
        this.screen = screen;
    }

    public void figure(String scenario, String name, double value, String unit, Better better) {
        Figure figure = new Figure(scenario, name, value, unit, better);
        figures.add(figure);
        screen.printf("    %-34s %12s %s%n", name, Numbers.of(value), unit);
    }

    /** What no figure says: a sentence. */
    public void note(String scenario, String sentence) {
        notes.computeIfAbsent(scenario, name -> new ArrayList<>()).add(sentence);
        screen.printf("    %s%n", sentence);
    }

    public void round(RoundRow row) {
        rounds.add(row);
        screen.printf(
                "  round %2d  %6.0f/s offered  %6.0f/s accepted  answered p50 %6.1f p99 %7.1f ms"
                        + "  delivered p50 %6.1f p99 %7.1f ms  %4.0f µs  rows +%d ms%s%n",
                row.round(),
                row.offered(),
                row.perSecond(),
                row.answer().p50(),
                row.answer().p99(),
                row.delivery().p50(),
                row.delivery().p99(),
                row.processorOfAll(),
                row.rowsLateMillis(),
                row.flawless()
                        ? ""
                        : "  LOST %d DOUBLED %d REORDERED %d UNANSWERED %d"
                                .formatted(row.lost(), row.doubled(), row.reordered(), row.unanswered()));
    }

    /** By scenario. */
    public Map<String, List<String>> notes() {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        notes.forEach((scenario, sentences) -> copy.put(scenario, List.copyOf(sentences)));
        return copy;
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public List<RoundRow> rounds() {
        return List.copyOf(rounds);
    }
}
