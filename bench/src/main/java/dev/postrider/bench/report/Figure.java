package dev.postrider.bench.report;

/**
 * One figure of one scenario: the median of its rounds, or what was counted over all of them.
 *
 * @param name within the scenario, for {@code --compare}
 * @param better which way is better
 */
public record Figure(String scenario, String name, double value, String unit, Better better) {
    /** Begins the names of resident memory, by part. */
    public static final String RESIDENT = "resident, ";
    /** Messages that were acknowledged before a server was killed. */
    public static final String BEFORE = "acknowledged before kill -9";
    /** Messages that were acknowledged, and that nobody can have any more. */
    public static final String GONE = "acknowledged, gone after kill -9";

    /** Which way is better. */
    public enum Better {
        LESS,
        MORE,
        /** It only describes. */
        NEITHER
    }

    public String key() {
        return scenario + " · " + name;
    }
}
