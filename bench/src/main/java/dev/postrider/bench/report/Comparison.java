package dev.postrider.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What changed since an earlier run, as lines of a table. */
final class Comparison {
    /** Less than that is the machine. */
    private static final double NOISE = 0.05;

    private Comparison() {}

    static List<String> lines(Map<String, Figure> before, List<Figure> now) {
        List<String> lines = new ArrayList<>();
        for (Figure figure : now) {
            Figure then = before.get(figure.key());
            if (then != null && figure.better() != Figure.Better.NEITHER) {
                lines.add("| %s | %s | %s %s | %s | %s |"
                        .formatted(
                                figure.key(),
                                Numbers.of(then.value()),
                                Numbers.of(figure.value()),
                                figure.unit(),
                                change(then.value(), figure.value()),
                                verdict(then.value(), figure)));
            }
        }
        return lines;
    }

    private static String change(double before, double now) {
        return before == 0
                ? (now == 0 ? "0 %" : "from 0")
                : String.format(Locale.ROOT, "%+.0f %%", 100 * (now / before - 1));
    }

    private static String verdict(double before, Figure now) {
        double less = before - now.value();
        if (Math.abs(less) <= NOISE * Math.abs(before)) {
            return "same";
        }
        return (less > 0) == (now.better() == Figure.Better.LESS) ? "better" : "**worse**";
    }
}
