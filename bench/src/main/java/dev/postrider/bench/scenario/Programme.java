package dev.postrider.bench.scenario;

import dev.postrider.bench.limit.RelayProcess;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All scenarios, in the order in which they are played. */
public final class Programme {
    private static final int FEW = 10_000;
    private static final int MANY = 50_000;

    private Programme() {}

    public static List<Scenario> all() {
        return Stream.concat(
                        Arrays.stream(Direct.Kind.values()).<Scenario>map(Direct::new),
                        Stream.of(
                                new BareRelay(RelayProcess.Base.VERTX),
                                new BareRelay(RelayProcess.Base.WEBSOCKETS_NEXT),
                                new BareLog(),
                                new Ingest(),
                                new Pages(),
                                new PagesAtSize(),
                                new Absent(),
                                new Storm(),
                                new Bounded(),
                                new Nodes(2),
                                new Nodes(4),
                                new Nodes(8),
                                new Idle(FEW),
                                new IdleDirect(MANY)))
                .toList();
    }

    /** Those whose name holds one of the words, all where there is no word; some only by their whole name. */
    public static List<Scenario> chosen(List<String> words) {
        return all().stream()
                .filter(scenario -> scenario.onDemand()
                        ? words.contains(scenario.name())
                        : words.isEmpty()
                                || words.stream()
                                        .anyMatch(word -> scenario.name().contains(word)))
                .toList();
    }
}
