package dev.postrider.e2e.fault;

import dev.postrider.e2e.load.Crowd;
import dev.postrider.e2e.load.Population;
import dev.postrider.e2e.suite.Suite;
import java.util.ArrayList;
import java.util.List;

/** All rows that were asked for, one after the other, printed as they come. */
public final class FaultTable {
    private static final int PEOPLE = 48;

    private final Suite suite;
    private final Asked asked;

    /** What the command line said. */
    record Asked(boolean all, long seed, String only, int perSecond, long floor) {
        static Asked fromSettings() {
            return new Asked(
                    Boolean.getBoolean("faults.long"),
                    Long.getLong("faults.seed", 1),
                    System.getProperty("faults.only", ""),
                    Integer.getInteger("faults.rate", 700),
                    Long.getLong("faults.floor", 0));
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
    public List<String> run() throws InterruptedException {
        Population population = Population.of(suite.gateway(), PEOPLE);
        List<String> broken = new ArrayList<>();
        new Trial(suite, population, plan(Faults.chosen(asked).getFirst())).warm();
        System.out.println(Row.HEAD);
        for (Faults.Named one : Faults.chosen(asked)) {
            try {
                Row row = new Trial(suite, population, plan(one)).run(one.name(), one.fault());
                System.out.println(row.line());
                if (!row.verdict().sound()) {
                    broken.add(one.name() + ": " + row.verdict().message());
                }
                if (Math.min(row.before(), row.after()) < asked.floor()) {
                    broken.add("%s does not count: %d/s before, %d/s after, at least %d/s is asked for"
                            .formatted(one.name(), row.before(), row.after(), asked.floor()));
                }
            } catch (RuntimeException | AssertionError failed) {
                System.out.println(one.name() + ": " + failed.getMessage());
                broken.add(one.name() + ": " + failed.getMessage());
            }
        }
        return broken;
    }

    private Crowd.Plan plan(Faults.Named one) {
        return new Crowd.Plan(
                one.devices(),
                asked.perSecond(),
                asked.seed(),
                List.of(suite.gateway(), suite.chatNode(1), suite.chatNode(2)));
    }
}
