package dev.postrider.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Figures and rounds as files for other programs, and figures read again. */
public final class Csv {
    private static final String FIGURES = "scenario;name;value;unit;better";

    private Csv() {}

    public static void writeFigures(List<Figure> figures, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(FIGURES));
        for (Figure figure : figures) {
            lines.add(String.join(
                    ";",
                    figure.scenario(),
                    figure.name(),
                    Double.toString(figure.value()),
                    figure.unit(),
                    figure.better().name()));
        }
        Files.write(file, lines);
    }

    /** By {@link Figure#key()}. */
    public static Map<String, Figure> readFigures(Path file) throws IOException {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(";", -1);
            if (!line.equals(FIGURES) && cells.length == 5) {
                Figure figure = new Figure(
                        cells[0], cells[1], Double.parseDouble(cells[2]), cells[3], Figure.Better.valueOf(cells[4]));
                figures.put(figure.key(), figure);
            }
        }
        return figures;
    }

    public static void writeRounds(List<RoundRow> rounds, Path file) throws IOException {
        TreeSet<String> parts = new TreeSet<>();
        rounds.forEach(row -> parts.addAll(row.processor().keySet()));
        StringJoiner head = new StringJoiner(";");
        head.add("scenario;round;offered/s;accepted/s;sent;accepted;lost;doubled;reordered;overtaken live;unanswered");
        head.add("answered p50 ms;p90;p99;p99.9;max;delivered p50 ms;p90;p99;p99.9;max;last row after ms");
        parts.forEach(part -> head.add("µs/message " + part));
        List<String> lines = new ArrayList<>(List.of(head.toString()));
        for (RoundRow row : rounds) {
            StringJoiner line = new StringJoiner(";");
            line.add(row.scenario())
                    .add("" + row.round())
                    .add("" + row.offered())
                    .add("" + row.perSecond());
            line.add("" + row.sent())
                    .add("" + row.accepted())
                    .add("" + row.lost())
                    .add("" + row.doubled());
            line.add("" + row.reordered()).add("" + row.overtaken()).add("" + row.unanswered());
            for (RoundRow.Latency latency : List.of(row.answer(), row.delivery())) {
                line.add("" + latency.p50()).add("" + latency.p90()).add("" + latency.p99());
                line.add("" + latency.p999()).add("" + latency.max());
            }
            line.add("" + row.rowsLateMillis());
            parts.forEach(part -> line.add("" + row.processor().getOrDefault(part, 0.0)));
            lines.add(line.toString());
        }
        Files.write(file, lines);
    }
}
