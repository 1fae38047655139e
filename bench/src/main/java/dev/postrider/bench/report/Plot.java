package dev.postrider.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Latency of the rounds of one scenario as a drawing (SVG), on a logarithmic scale. */
public final class Plot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int LEFT = 56;
    private static final int RIGHT = 96;
    private static final int TOP = 24;
    private static final int BOTTOM = 40;
    private static final String INK = "#3f3f46";
    private static final List<Line> LINES = List.of(
            new Line("accepted p50", "#2563eb", row -> row.answer().p50()),
            new Line("accepted p99", "#93c5fd", row -> row.answer().p99()),
            new Line("delivered p50", "#c2410c", row -> row.delivery().p50()),
            new Line("delivered p99", "#fdba74", row -> row.delivery().p99()));

    private record Line(String name, String color, ToDoubleFunction<RoundRow> value) {}

    private Plot() {}

    public static String fileOf(String scenario) {
        return scenario + ".svg";
    }

    /** @param rounds of one scenario, at least one */
    public static String svg(List<RoundRow> rounds) {
        double top = Math.max(
                10,
                rounds.stream().mapToDouble(row -> row.delivery().p99()).max().orElse(10));
        double decades = Math.ceil(Math.log10(top)) + 1;
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
                        .formatted(WIDTH, HEIGHT));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (int decade = 0; decade <= decades; decade++) {
            double millis = Math.pow(10, decade - 1.0);
            double y = y(millis, decades);
            svg.append(text(LEFT - 8, y + 4, "end", INK, Numbers.of(millis) + " ms"));
            svg.append(String.format(
                    Locale.ROOT, "<path d=\"M%d %.1fH%d\" stroke=\"#e4e4e7\"/>\n", LEFT, y, WIDTH - RIGHT));
        }
        for (int i = 0; i < rounds.size(); i++) {
            if (i == 0 || i == rounds.size() - 1 || rounds.size() <= 8) {
                svg.append(text(
                        x(i, rounds.size()),
                        HEIGHT - BOTTOM + 18,
                        "middle",
                        INK,
                        Numbers.of(Math.round(rounds.get(i).offered())) + "/s"));
            }
        }
        for (int i = 0; i < LINES.size(); i++) {
            svg.append(line(LINES.get(i), rounds, decades));
            svg.append(text(
                    WIDTH - RIGHT + 8,
                    TOP + 12 + 18.0 * i,
                    "start",
                    LINES.get(i).color(),
                    LINES.get(i).name()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String line(Line line, List<RoundRow> rounds, double decades) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < rounds.size(); i++) {
            points.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    x(i, rounds.size()),
                    y(line.value().applyAsDouble(rounds.get(i)), decades)));
        }
        return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n"
                .formatted(line.color(), points.toString().strip());
    }

    private static double x(int number, int count) {
        return count == 1
                ? (LEFT + WIDTH - RIGHT) / 2.0
                : LEFT + 12 + (WIDTH - RIGHT - LEFT - 24.0) * number / (count - 1);
    }

    private static double y(double millis, double decades) {
        double share = (Math.log10(Math.max(0.1, millis)) + 1) / decades;
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
    }

    private static String text(double x, double y, String anchor, String color, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                color,
                words);
    }
}
