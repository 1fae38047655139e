package dev.postrider.e2e.fault;

import dev.postrider.e2e.check.Checker;
import dev.postrider.e2e.check.Evidence;
import dev.postrider.e2e.check.Evidence.Calm;
import dev.postrider.e2e.load.Clock;
import dev.postrider.e2e.load.Crowd;
import dev.postrider.e2e.load.Population;
import dev.postrider.e2e.load.Witness;
import dev.postrider.e2e.suite.Suite;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** One run: gather, write, strike, heal, write on, fall silent, judge. */
public final class Trial {
    private static final Duration HEALED_WITHIN = Duration.ofSeconds(30);
    private static final Duration GATHERED_WITHIN = Duration.ofSeconds(60);
    private static final long SETTLE_MILLIS = 3_000;
    private static final long MEASURE_MILLIS = 4_000;
    private static final long WAITS_MILLIS_MAX = 3_000;
    private static final int FIRST_PER_SECOND = 15;
    private static final long WARM_MILLIS = 2_000;

    private final Suite suite;
    private final Population population;
    private final Crowd.Plan plan;

    public Trial(Suite suite, Population population, Crowd.Plan plan) {
        this.suite = suite;
        this.population = population;
        this.plan = plan;
    }

    /**
     * Lets services that have just begun to run find their speed: the rate doubles whenever all that was sent has been
     * answered. Judges nothing.
     */
    public void warm() throws InterruptedException {
        try (Crowd crowd = Crowd.gather(population, plan, new Witness(suite.world()).logEnd())) {
            Scene scene = new Scene(suite, crowd, new SplittableRandom(plan.seed()));
            scene.await("everybody is connected", GATHERED_WITHIN, crowd::allServed);
            for (int rate = FIRST_PER_SECOND; rate < 2 * plan.perSecond(); rate *= 2) {
                crowd.talk(Math.min(rate, plan.perSecond()));
                Scene.hold(WARM_MILLIS);
                crowd.hush();
                scene.await("every message has an answer", GATHERED_WITHIN, () -> crowd.unanswered() == 0);
            }
        }
    }

    Row run(String name, Fault fault) throws InterruptedException {
        Witness witness = new Witness(suite.world());
        try (Crowd crowd = Crowd.gather(population, plan, witness.logEnd())) {
            Scene scene = new Scene(suite, crowd, new SplittableRandom(plan.seed()));
            scene.await("everybody is connected", GATHERED_WITHIN, crowd::allServed);
            long began = Clock.millis();
            crowd.talk();
            Scene.hold(SETTLE_MILLIS);
            long before = perSecond(scene.acceptedIn(MEASURE_MILLIS));
            long struck = Clock.millis();
            String bite = fault.strike(scene);
            long mended = Clock.millis();
            scene.await("everything is live again", HEALED_WITHIN, () -> crowd.flows(WAITS_MILLIS_MAX));
            long healed = Clock.millis();
            long after = perSecond(scene.acceptedIn(MEASURE_MILLIS));
            silence(scene);
            Evidence evidence =
                    witness.gather(crowd, List.of(new Calm(began, struck), new Calm(healed, Clock.millis())));
            return new Row(name, bite, before, after, healed - mended, plan.seed(), Checker.judge(evidence));
        }
    }

    /** The last message is answered, and had time to reach everybody live. */
    static void silence(Scene scene) throws InterruptedException {
        Crowd crowd = scene.crowd();
        crowd.hush();
        scene.await("every message has an answer", HEALED_WITHIN, () -> crowd.unanswered() == 0);
        Scene.hold(Checker.LIVE_MILLIS + 100);
    }

    private static long perSecond(long count) {
        return count * 1_000 / MEASURE_MILLIS;
    }
}
