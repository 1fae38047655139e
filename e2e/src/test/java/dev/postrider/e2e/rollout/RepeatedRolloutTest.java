package dev.postrider.e2e.rollout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.e2e.suite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The same again and again, with the drain of the cluster, and nobody waits long; on a machine with nothing else to do:
 * {@code ./dev faults --rollout}.
 */
@EnabledIfSystemProperty(
        named = "rollout.rounds",
        matches = "[1-9][0-9]*",
        disabledReason = "minutes; runs with -Drollout.rounds=3, or ./dev faults --rollout")
class RepeatedRolloutTest {
    /** Longer than anybody may wait for an answer or for the next socket. */
    private static final long WAIT_MILLIS_MAX = 5_000;

    @Test
    void nobodyLosesOrWaitsForAMessageHoweverOftenAllIsRestarted() throws Exception {
        Suite suite = Suite.startWith("chat.drain.over=" + Grace.drainOver());
        try {
            Rollout rollout = Rollout.of(suite, Integer.getInteger("rollout.rounds"));

            RolloutTest.assertInOrder(rollout);
            assertTrue(rollout.figures().unansweredMillisMax() <= WAIT_MILLIS_MAX, rollout::toString);
            assertTrue(rollout.figures().backMillisP99() <= WAIT_MILLIS_MAX, rollout::toString);
        } finally {
            suite.stop();
        }
    }
}
