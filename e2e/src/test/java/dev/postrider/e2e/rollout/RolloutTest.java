package dev.postrider.e2e.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A new version is put in place while people write; once for each service. How long people wait is printed: it is asserted where the
 * machine is asked for as a whole, in {@link RepeatedRolloutTest}.
 */
@EnabledIfSystemProperty(
        named = "test",
        matches = ".+",
        disabledReason =
                "a suite of its own for two minutes and a half: only when asked for, as ./dev e2e rollout/RolloutTest")
@WithSuite
class RolloutTest {
    private final Suite suite;

    RolloutTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void everyServiceIsRestartedUnderLoadAndNobodyLosesAMessage() throws Exception {
        Rollout rollout = Rollout.of(suite, 1);

        assertInOrder(rollout);
    }

    static void assertInOrder(Rollout rollout) {
        Figures felt = rollout.figures();
        assertTrue(rollout.verdict().sound(), rollout.verdict()::message);
        assertEquals(List.of(), rollout.wrong());
        assertEquals(0, felt.rejections(), "messages rejected");
        assertTrue(felt.reconnects() >= rollout.cutsMin(), felt::toString);
    }
}
