package dev.postrider.bench.measure;

import dev.postrider.bench.report.RoundRow.Latency;
import org.HdrHistogram.Histogram;

/** From a histogram of nanoseconds to percentiles in milliseconds. */
public final class Latencies {
    private static final double MILLIS = 1e6;

    private Latencies() {}

    public static Latency of(Histogram nanos) {
        return new Latency(
                nanos.getValueAtPercentile(50) / MILLIS,
                nanos.getValueAtPercentile(90) / MILLIS,
                nanos.getValueAtPercentile(99) / MILLIS,
                nanos.getValueAtPercentile(99.9) / MILLIS,
                nanos.getMaxValue() / MILLIS);
    }
}
