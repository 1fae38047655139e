package dev.postrider.bench.scenario;

import dev.postrider.bench.limit.BareKafka;
import dev.postrider.bench.report.Figure.Better;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Records of a message's size straight into Kafka and out again: the least that durability and a second node cost. */
final class BareLog implements Scenario {
    @Override
    public String name() {
        return "bare-kafka";
    }

    @Override
    public String about() {
        return "a raw client's acknowledgement and end to end, with the log's durability";
    }

    @Override
    public int nodes() {
        return 1;
    }

    @Override
    public void play(Stage stage) {
        try (BareKafka kafka =
                new BareKafka(stage.suite().world().kafka(), stage.options().seed())) {
            kafka.run(stage.options().rate(), stage.options().warmSeconds());
            List<BareKafka.Result> results = new ArrayList<>();
            for (int round = 0; round < stage.options().rounds(); round++) {
                results.add(kafka.run(stage.options().rate(), stage.options().seconds()));
            }
            long lost = results.stream()
                    .mapToLong(result -> result.sent() - Math.min(result.acknowledged(), result.consumed()))
                    .sum();
            results.sort(Comparator.comparingDouble(result -> result.endToEnd().p50()));
            BareKafka.Result middle = results.get(results.size() / 2);
            stage.results().figure(name(), "lost", lost, "records", Better.LESS);
            stage.results()
                    .figure(name(), "acknowledged p50", middle.acknowledgement().p50(), "ms", Better.LESS);
            stage.results()
                    .figure(name(), "acknowledged p99", middle.acknowledgement().p99(), "ms", Better.LESS);
            stage.results().figure(name(), "end to end p50", middle.endToEnd().p50(), "ms", Better.LESS);
            stage.results().figure(name(), "end to end p99", middle.endToEnd().p99(), "ms", Better.LESS);
        }
    }
}
