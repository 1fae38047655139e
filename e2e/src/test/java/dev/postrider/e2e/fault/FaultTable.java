package dev.postrider.e2e.fault;

import dev.postrider.e2e.fault.Faults.Played;
import dev.postrider.e2e.faulty.FaultySuite;
import dev.postrider.e2e.load.Clock;
import dev.postrider.e2e.load.Population;
import dev.postrider.e2e.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All rows that were asked for, one after the other, printed as they come and kept in {@code target/faults.txt}. */
public final class FaultTable {
    private static final Path FILE = Path.of("target", "faults.txt");
    private static final int PEOPLE = 48;
    private static final int DEVICES = 2;
    /** Of a long run; no row begins later. */
    private static final long LONG_MILLIS_MAX =
            Duration.ofMinutes(Long.getLong("faults.minutes", 60)).toMillis();

    private final Suite suite;
    private final Asked asked;
    private final List<String> lines = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final Sum sum = new Sum();

    /**
     * What the command line said.
     *
     * @param rows which are played where no name is asked for; all of them again and again with {@code LONG}
     * @param perSecond messages offered
     * @param floor accepted a second without which a row does not count; 0 on machines that others share
     */
    record Asked(Played rows, long seed, String only, int perSecond, long floor, String commit) {
        /** Again with the next seed, until the time is over. */
        boolean endless() {
            return rows == Played.LONG;
        }

        static Asked fromSettings() {
            return new Asked(
                    Played.valueOf(System.getProperty("faults.rows", Played.ALWAYS.name())),
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

    /**
     * What was broken, in words; empty where every row counts and every promise was kept. A long run plays all rows again
     * with the next seed until its time is over.
     */
    public List<String> run() throws InterruptedException, IOException {
        List<Faults.Named> rows = Faults.chosen(asked);
        if (rows.isEmpty()) {
            return List.of("no row is named like " + asked.only());
        }
        Population population = gathered(suite);
        say(Row.head());
        long end = Clock.millis() + LONG_MILLIS_MAX;
        for (long round = 0; round == 0 || asked.endless() && Clock.millis() < end; round++) {
            for (Faults.Named one : rows) {
                if (!asked.endless() || Clock.millis() < end) {
                    play(one, population, asked.seed() + round);
                }
            }
        }
        if (asked.endless()) {
            say(sum.line());
        }
        return broken;
    }

    private Population gathered(Suite where) throws InterruptedException {
        Population population = Population.of(where.gateway(), PEOPLE);
        new Trial(where, population, DEVICES, asked.perSecond(), asked.seed()).warm();
        return population;
    }

    private void play(Faults.Named one, Population population, long seed) throws InterruptedException, IOException {
        try {
            judge(one, one.gathering().woven() ? struckWoven(one, seed) : struck(one, suite, population, seed), seed);
        } catch (RuntimeException | AssertionError failed) {
            sum.addFailed();
            say("%-26s failed: %s (seed %d)".formatted(one.name(), failed.getMessage(), seed));
            broken.add("%s, seed %d: %s".formatted(one.name(), seed, failed.getMessage()));
            Trial.rest(suite);
        }
    }

    /** In a suite of its own, while the one of the other rows has nothing to do. */
    private Row struckWoven(Faults.Named one, long seed) throws InterruptedException, IOException {
        try (FaultySuite faulty = FaultySuite.start()) {
            return struck(one, faulty.suite(), gathered(faulty.suite()), seed);
        }
    }

    private Row struck(Faults.Named one, Suite where, Population population, long seed)
            throws InterruptedException, IOException {
        Faults.Gathering who = one.gathering();
        Population all = who.listeners() == 0 ? population : population.withListeners(who.listeners());
        all = who.secondDevices() ? all.withSecondDevices() : all;
        try (Doors doors = who.relayed() ? Doors.relayed(where) : Doors.of(where)) {
            return new Trial(where, all, doors, DEVICES, asked.perSecond(), seed).run(one.name(), one.fault());
        }
    }

    private void judge(Faults.Named one, Row row, long seed) throws IOException {
        sum.add(row.verdict());
        say(row.line(seed, asked.commit()));
        if (!row.verdict().sound()) {
            broken.add(
                    "%s, seed %d: %s".formatted(one.name(), seed, row.verdict().message()));
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
