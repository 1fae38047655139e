package dev.postrider.stack.run;

import dev.postrider.stack.process.Child;
import dev.postrider.stack.process.ProcessRecords;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Processes whose launcher was killed: found by pid and start time, stopped in the usual order. */
public final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final List<String> SERVERS = List.of("redis", "mariadb", "kafka");

    private final ProcessRecords records;
    private final List<Child> found;

    private Leftovers(ProcessRecords records, List<Child> found) {
        this.records = records;
        this.found = found;
    }

    public static Leftovers find(ProcessRecords records) {
        return new Leftovers(records, records.leftovers());
    }

    /** The parts that still run. */
    public List<String> parts() {
        return found.stream().map(Child::part).toList();
    }

    /** Returns when none is left. */
    public void stop() {
        stopTogether(child -> !SERVERS.contains(child.part()));
        stopTogether(child -> SERVERS.contains(child.part()));
    }

    private void stopTogether(Predicate<Child> chosen) {
        Together.forEach(found.stream().filter(chosen).toList(), child -> {
            child.stop(GRACE);
            records.remove(child.part());
        });
    }
}
