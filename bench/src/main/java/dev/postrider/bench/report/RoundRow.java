package dev.postrider.bench.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * One round as measured; latencies in milliseconds from the intended time.
 *
 * @param perSecond accepted
 * @param reordered in the log otherwise than sent
 * @param overtaken came live after a later one; clients sort
 * @param rowsLateMillis from the last accepted message to its row; -1 where it did not come in time
 * @param processor microseconds a message, by part
 */
public record RoundRow(
        String scenario,
        int round,
        double offered,
        double perSecond,
        long sent,
        long accepted,
        long lost,
        long doubled,
        long reordered,
        long overtaken,
        long unanswered,
        Latency answer,
        Latency delivery,
        long rowsLateMillis,
        Map<String, Double> processor) {

    public RoundRow {
        processor = Map.copyOf(new TreeMap<>(processor));
    }

    /** Percentiles, milliseconds. */
    public record Latency(double p50, double p90, double p99, double p999, double max) {}

    /** Nothing was lost, doubled, shuffled or left without an answer. */
    public boolean flawless() {
        return lost == 0 && doubled == 0 && reordered == 0 && unanswered == 0;
    }

    /** Of all processes, the driver's too. */
    public double processorOfAll() {
        return processor.values().stream().mapToDouble(one -> one).sum();
    }
}
