package dev.postrider.bench.scenario;

import dev.postrider.bench.load.Crowd;
import dev.postrider.bench.load.Flight;
import dev.postrider.bench.measure.Latencies;
import dev.postrider.bench.measure.Memory;
import dev.postrider.bench.measure.Usage;
import dev.postrider.bench.report.Figure;
import dev.postrider.bench.report.Figure.Better;
import dev.postrider.bench.report.Numbers;
import dev.postrider.bench.report.Results;
import dev.postrider.bench.report.RoundRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** Rounds of messages, and all that is measured of one. */
final class Volley {
    private static final double MICROS = 1e3;
    private static final double MIB = 1 << 20;
    private static final int STRETCHES_MAX = 8;
    /** Less than that share between two stretches is no change. */
    private static final double STEADY = 0.08;

    private static final double STEADY_LATENCY = 0.2;

    private final String scenario;
    private final Crowd crowd;
    private final boolean marks;
    private final Map<String, Long> pids;
    private final LongSupplier settled;
    private int number;

    /**
     * @param pids whose processor time counts
     * @param settled waits until what was accepted is durable where it is to be; milliseconds, or -1
     */
    Volley(String scenario, Crowd crowd, boolean marks, Map<String, Long> pids, LongSupplier settled) {
        this.scenario = scenario;
        this.crowd = crowd;
        this.marks = marks;
        this.pids = pids;
        this.settled = settled;
    }

    /**
     * For code that is still cold; nothing is counted. Goes on in stretches until one is about as cheap and as quick as the
     * one before: several processes on few processors take their time to be compiled, and while they keep all of them busy
     * only the latency tells.
     *
     * @return whether the last two were alike; false after the most stretches that are played
     */
    boolean warm(double perSecond, double seconds) {
        RoundRow before = null;
        for (int i = 0; i < STRETCHES_MAX; i++) {
            RoundRow stretch = round(perSecond, seconds);
            if (stretch.rowsLateMillis() < 0) {
                throw new IllegalStateException("what was written to warm up did not become durable");
            }
            number = 0;
            if (before != null && steady(before, stretch)) {
                return true;
            }
            before = stretch;
        }
        return false;
    }

    private static boolean steady(RoundRow before, RoundRow now) {
        return now.processorOfAll() > before.processorOfAll() * (1 - STEADY)
                && now.answer().p50() > before.answer().p50() * (1 - STEADY_LATENCY);
    }

    /** Processor time counts until the last row stands. */
    RoundRow round(double perSecond, double seconds) {
        Usage before = Usage.now(pids);
        Flight flight = crowd.fly(perSecond, seconds, marks);
        long rowsLate = settled.getAsLong();
        Map<String, Double> processor = new LinkedHashMap<>();
        long accepted = Math.max(1, flight.accepted());
        Usage.now(pids).since(before).forEach((part, nanos) -> processor.put(part, nanos / MICROS / accepted));
        return new RoundRow(
                scenario,
                ++number,
                perSecond,
                flight.accepted() / seconds,
                flight.sent(),
                flight.accepted(),
                flight.lost(),
                flight.doubled(),
                flight.reordered(),
                flight.overtaken(),
                flight.unanswered(),
                Latencies.of(flight.answers()),
                Latencies.of(flight.deliveries()),
                rowsLate,
                processor);
    }

    /** So many rounds at one rate, told as they end, and what they have in common. */
    List<RoundRow> rounds(int count, double perSecond, double seconds, Results results) {
        List<RoundRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RoundRow row = round(perSecond, seconds);
            rows.add(row);
            results.round(row);
        }
        results.figure(scenario, "accepted", sum(rows, RoundRow::accepted), "messages", Better.NEITHER);
        results.figure(scenario, "lost", sum(rows, RoundRow::lost), "messages", Better.LESS);
        results.figure(scenario, "doubled", sum(rows, RoundRow::doubled), "messages", Better.LESS);
        results.figure(scenario, "reordered", sum(rows, RoundRow::reordered), "messages", Better.LESS);
        results.figure(scenario, "overtaken live", sum(rows, RoundRow::overtaken), "messages", Better.LESS);
        results.figure(scenario, "unanswered", sum(rows, RoundRow::unanswered), "messages", Better.LESS);
        pids.forEach((part, pid) ->
                results.figure(scenario, Figure.RESIDENT + part, Memory.now(pid) / MIB, "MiB", Better.LESS));
        summary(rows, results);
        return rows;
    }

    /** Medians over rounds. */
    void summary(List<RoundRow> rows, Results results) {
        if (rows.isEmpty()) {
            return;
        }
        results.figure(
                scenario, "accepted p50", median(rows, row -> row.answer().p50()), "ms", Better.LESS);
        results.figure(
                scenario, "accepted p99", median(rows, row -> row.answer().p99()), "ms", Better.LESS);
        results.figure(
                scenario, "delivered p50", median(rows, row -> row.delivery().p50()), "ms", Better.LESS);
        results.figure(
                scenario, "delivered p99", median(rows, row -> row.delivery().p99()), "ms", Better.LESS);
        results.figure(scenario, "last row after", median(rows, RoundRow::rowsLateMillis), "ms", Better.LESS);
        results.figure(scenario, "processor, all", median(rows, RoundRow::processorOfAll), "µs/message", Better.LESS);
        rows.getFirst().processor().keySet().stream()
                .sorted()
                .forEach(part -> results.figure(
                        scenario,
                        "processor, " + part,
                        median(rows, row -> row.processor().getOrDefault(part, 0.0)),
                        "µs/message",
                        Better.LESS));
    }

    private static double sum(List<RoundRow> rows, ToDoubleFunction<RoundRow> value) {
        return rows.stream().mapToDouble(value).sum();
    }

    private static double median(List<RoundRow> rows, ToDoubleFunction<RoundRow> value) {
        return Numbers.median(rows.stream().mapToDouble(value));
    }
}
