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
                                new Absent(),
                                new Storm(),
                                new Idle(FEW),
                                new Idle(MANY)))
                .toList();
    }

    /** Those whose name holds one of the words; all where there is no word. */
    public static List<Scenario> chosen(List<String> words) {
        return all().stream()
                .filter(scenario -> words.isEmpty()
                        || words.stream().anyMatch(word -> scenario.name().contains(word)))
                .toList();
    }
}
