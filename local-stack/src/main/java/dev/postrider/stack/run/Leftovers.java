package dev.postrider.stack.run;

import dev.postrider.stack.process.Child;
import dev.postrider.stack.process.ProcessRecords;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Processes whose launcher was killed: found by pid and start time, stopped in the usual order. */
public final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final List<String> LAST = List.of("redis", "mariadb", "kafka");

    private Leftovers() {}

    /** Stops what is left; returns the names. */
    public static List<String> stop(ProcessRecords records) {
        List<Child> left = records.leftovers().stream()
                .sorted(Comparator.comparingInt(child -> LAST.indexOf(child.part())))
                .toList();
        for (Child child : left) {
            child.stop(GRACE);
            records.remove(child.part());
        }
        return left.stream().map(Child::part).toList();
    }
}
