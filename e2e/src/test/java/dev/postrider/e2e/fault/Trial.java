package dev.postrider.e2e.fault;

import dev.postrider.contracts.topic.LogVector;
import dev.postrider.e2e.check.Checker;
import dev.postrider.e2e.check.Evidence;
import dev.postrider.e2e.check.Evidence.Calm;
import dev.postrider.e2e.check.Verdict;
import dev.postrider.e2e.load.Clock;
import dev.postrider.e2e.load.Crowd;
import dev.postrider.e2e.load.Population;
import dev.postrider.e2e.load.Witness;
import dev.postrider.e2e.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One run: gather, write, strike, heal, write on, fall silent, judge. */
public final class Trial {
    static final Duration STARTED_WITHIN = Duration.ofSeconds(60);
    private static final Duration HEALED_WITHIN = Duration.ofSeconds(30);
    /** A repeat that history cannot judge is asked about for most of a minute before its client may try again. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(75);

    private static final Duration GATHERED_WITHIN = Duration.ofSeconds(60);
    private static final long SETTLE_MILLIS = 3_000;
    private static final long SETTLE_MILLIS_MAX = 30_000;
    private static final double STEADY = 0.95;
    private static final long MEASURE_MILLIS = 8_000;
    private static final long WAITS_MILLIS_MAX = 3_000;
    private static final long QUIET_MILLIS = 1_000;
    /** A node keeps a record for ten seconds that the broker does not take, and says nothing meanwhile. */
    private static final long QUIET_AGAIN_MILLIS = 15_000;

    private static final int FIRST_PER_SECOND = 15;
    private static final long WARM_MILLIS = 2_000;
    private static final int WARM_SECONDS = 10;
    private static final int WARM_SECONDS_MAX = 60;

    private final Suite suite;
    private final Population population;
    private final Doors doors;
    private final Crowd.Plan plan;

    /** Judges what happens to so many devices of each person at the suite's own doors. */
    public Trial(Suite suite, Population population, int devices, int perSecond, long seed) {
        this(suite, population, Doors.of(suite), devices, perSecond, seed);
    }

    /** The same at other doors. */
    public Trial(Suite suite, Population population, Doors doors, int devices, int perSecond, long seed) {
        this.suite = suite;
        this.population = population;
        this.doors = doors;
        this.plan = new Crowd.Plan(devices, perSecond, seed, doors.open());
    }

    /**
     * Lets services that have just begun to run find their speed: the rate doubles whenever all that was sent has been
     * answered, and stays for a while where it is to be. Judges nothing.
     */
    public void warm() throws InterruptedException {
        try (Crowd crowd = Crowd.gather(population, plan, new Witness(suite.world()).logEnd())) {
            Scene scene = new Scene(suite, doors, crowd, new SplittableRandom(plan.seed()));
            scene.await("everybody is connected", GATHERED_WITHIN, crowd::allServed);
            for (int rate = FIRST_PER_SECOND; rate < 2 * plan.perSecond(); rate *= 2) {
                crowd.talk(Math.min(rate, plan.perSecond()));
                Scene.hold(WARM_MILLIS);
                crowd.hush();
                scene.await("every message has an answer", GATHERED_WITHIN, () -> crowd.unanswered() == 0);
            }
            crowd.talk();
            for (int steady = 0, seconds = 0; steady < WARM_SECONDS && seconds < WARM_SECONDS_MAX; seconds++) {
                steady = isSteady(scene) ? steady + 1 : 0;
            }
            silence(scene);
        }
    }

    /** One row of the table. */
    Row run(String name, Fault fault) throws InterruptedException {
        long[] rates = new long[2];
        long[] recovery = new long[1];
        String[] bite = new String[1];
        Evidence evidence = evidence((scene, calms) -> {
            settle(scene);
            long began = Clock.millis();
            rates[0] = measured(scene);
            calms.add(new Calm(began, Clock.millis()));
            bite[0] = fault.strike(scene);
            long mended = Clock.millis();
            scene.await(
                    "everything is live again",
                    HEALED_WITHIN,
                    () -> scene.crowd().flows(WAITS_MILLIS_MAX));
            recovery[0] = Clock.millis() - mended;
            calms.add(new Calm(Clock.millis(), Long.MAX_VALUE));
            settle(scene);
            rates[1] = measured(scene);
        });
        Verdict verdict = Checker.judge(evidence);
        // A broken promise is told as such, whether or not the fault left its trace.
        String seen = verdict.sound() ? fault.traced(bite[0], evidence) : bite[0];
        return new Row(name, seen, rates[0], rates[1], recovery[0], verdict);
    }

    /** What happens while people write, and when it is calm. */
    @FunctionalInterface
    public interface Course {
        void run(Scene scene, List<Calm> calms) throws InterruptedException;
    }

    /** Everybody connects and writes, the course is run, everybody falls silent and is judged. */
    public Verdict judge(Course course) throws InterruptedException {
        return Checker.judge(evidence(course));
    }

    /** What everybody said and was told while the course was run, for the checker. */
    public Evidence evidence(Course course) throws InterruptedException {
        Witness witness = new Witness(suite.world());
        try (Crowd crowd = Crowd.gather(population, plan, quietEnd(witness, QUIET_MILLIS))) {
            Scene scene = new Scene(suite, doors, crowd, new SplittableRandom(plan.seed()));
            scene.await("everybody is connected", GATHERED_WITHIN, crowd::allServed);
            List<Calm> calms = new ArrayList<>();
            crowd.talk();
            course.run(scene, calms);
            silence(scene);
            return witness.gather(crowd, calms);
        }
    }

    /** After a run that was broken off: all parts are ready, and nothing of it is under way any more. */
    static void rest(Suite suite) throws InterruptedException {
        suite.awaitAllReady();
        quietEnd(new Witness(suite.world()), QUIET_AGAIN_MILLIS);
    }

    /** The log's end once it stood still for so long. */
    private static LogVector quietEnd(Witness witness, long quietMillis) throws InterruptedException {
        LogVector end = witness.logEnd();
        for (LogVector before = LogVector.start(0); !end.equals(before); end = witness.logEnd()) {
            before = end;
            Scene.hold(quietMillis);
        }
        return end;
    }

    /** The last message is answered, and had time to reach everybody live. */
    static void silence(Scene scene) throws InterruptedException {
        Crowd crowd = scene.crowd();
        crowd.hush();
        scene.await("every message has an answer", ANSWERED_WITHIN, () -> crowd.unanswered() == 0);
        Scene.hold(Checker.LIVE_MILLIS + 100);
    }

    /** Whoever has just connected writes for a while, until a whole second went at the rate that is offered. */
    private void settle(Scene scene) throws InterruptedException {
        Scene.hold(SETTLE_MILLIS);
        long end = Clock.millis() + SETTLE_MILLIS_MAX;
        boolean steady = false;
        while (!steady && Clock.millis() < end) {
            steady = isSteady(scene);
        }
    }

    /** Whether a whole second goes at that rate. */
    private boolean isSteady(Scene scene) throws InterruptedException {
        return scene.acceptedIn(1_000) >= STEADY * plan.perSecond();
    }

    /** Accepted a second. */
    private static long measured(Scene scene) throws InterruptedException {
        return scene.acceptedIn(MEASURE_MILLIS) * 1_000 / MEASURE_MILLIS;
    }
}
