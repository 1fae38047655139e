package dev.postrider.e2e.fault;

import dev.postrider.e2e.load.Population;
import dev.postrider.e2e.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All rows that were asked for, one after the other, printed as they come and kept in {@code target/faults.txt}. */
public final class FaultTable {
    private static final Path FILE = Path.of("target", "faults.txt");
    private static final int PEOPLE = 48;
    private static final int DEVICES = 2;

    private final Suite suite;
    private final Asked asked;
    private final List<String> lines = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    /**
     * What the command line said.
     *
     * @param perSecond messages offered
     * @param floor accepted a second without which a row does not count; 0 on machines that others share
     */
    record Asked(boolean all, long seed, String only, int perSecond, long floor, String commit) {
        static Asked fromSettings() {
            return new Asked(
                    Boolean.getBoolean("faults.long"),
                    Long.getLong("faults.seed", 1),
                    System.getProperty("faults.only", ""),
                    Integer.getInteger("faults.rate", 250),
                    Long.getLong("faults.floor", 1),
                    System.getProperty("faults.commit", "-"));
        }
    }

    private FaultTable(Suite suite, Asked asked) {
        this.suite = suite;
        this.asked = asked;
    }

    public static FaultTable fromSettings(Suite suite) {
        return new FaultTable(suite, Asked.fromSettings());
    }

    /** What was broken, in words; empty where every row counts and every promise was kept. */
    public List<String> run() throws InterruptedException, IOException {
        Population population = Population.of(suite.gateway(), PEOPLE);
        List<Faults.Named> rows = Faults.chosen(asked);
        if (rows.isEmpty()) {
            return List.of("no row is named like " + asked.only());
        }
        new Trial(suite, population, DEVICES, asked.perSecond(), asked.seed()).warm();
        say(Row.head());
        for (Faults.Named one : rows) {
            try {
                judge(one, struck(one, population));
            } catch (RuntimeException | AssertionError failed) {
                say("%-26s failed: %s".formatted(one.name(), failed.getMessage()));
                broken.add(one.name() + ": " + failed.getMessage());
            }
        }
        return broken;
    }

    private Row struck(Faults.Named one, Population population) throws InterruptedException, IOException {
        Faults.Gathering who = one.gathering();
        Population all = who.listeners() == 0 ? population : population.withListeners(who.listeners());
        all = who.secondDevices() ? all.withSecondDevices() : all;
        try (Doors doors = who.relayed() ? Doors.relayed(suite) : Doors.of(suite)) {
            return new Trial(suite, all, doors, DEVICES, asked.perSecond(), asked.seed()).run(one.name(), one.fault());
        }
    }

    private void judge(Faults.Named one, Row row) throws IOException {
        say(row.line(asked.seed(), asked.commit()));
        if (!row.verdict().sound()) {
            broken.add(one.name() + ": " + row.verdict().message());
        }
        if (Math.min(row.before(), row.after()) < asked.floor()) {
            broken.add("%s does not count: %d/s before, %d/s after, at least %d/s is asked for"
                    .formatted(one.name(), row.before(), row.after(), asked.floor()));
        }
    }

    private void say(String line) throws IOException {
        lines.add(line);
        System.out.println(line);
        Files.write(FILE, lines);
    }
}
