package dev.postrider.bench.report;

import java.util.Locale;

/** Numbers for people: as many digits as mean something. */
final class Numbers {
    private Numbers() {}

    static String of(double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        double size = Math.abs(value);
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }
}
