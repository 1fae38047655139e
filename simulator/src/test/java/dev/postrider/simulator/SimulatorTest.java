package dev.postrider.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every promise is kept on every schedule; with any rule taken away some schedule breaks one. {@code ./dev simulate} runs
 * more of them, or replays one.
 */
class SimulatorTest {
    private static final int SCHEDULES = Integer.getInteger("simulator.schedules", 100_000);
    private static final int UNTIL_FOUND = 100_000;
    private static final String WITHOUT = System.getProperty("simulator.without", "");

    @Test
    void everyPromiseIsKept() {
        Search.Outcome outcome = new Search(null, SCHEDULES).run();

        System.out.println(outcome.line());
        assertTrue(outcome.found().isEmpty(), outcome::words);
        assertEquals(SCHEDULES, outcome.schedules());
    }

    @Test
    void withoutAnyRuleAPromiseIsBroken() {
        List<String> unfound = new ArrayList<>();
        for (Rule rule : chosen()) {
            Search.Outcome outcome = new Search(rule, UNTIL_FOUND).run();
            System.out.println(outcome.line());
            if (outcome.found().isEmpty()) {
                unfound.add(rule.toString());
            }
        }
        if (!unfound.isEmpty()) {
            fail("never missed: " + unfound);
        }
    }

    private static List<Rule> chosen() {
        return WITHOUT.isEmpty()
                ? List.of(Rule.values())
                : Stream.of(WITHOUT.split(",")).map(Rule::valueOf).toList();
    }

    /** {@code ./dev simulate --replay SEED}: what happened, and what it broke. */
    @Test
    @EnabledIfSystemProperty(named = "simulator.replay", matches = "[0-9]+")
    void replay() {
        Play play = new Play(Long.getLong("simulator.replay"), WITHOUT.isEmpty() ? null : Rule.valueOf(WITHOUT), true);

        List<Violation> violations = play.run();

        play.trace().forEach(System.out::println);
        violations.forEach(System.out::println);
    }

    @Test
    void aSeedReplays() {
        Play first = new Play(11, null, true);
        Play second = new Play(11, null, true);

        first.run();
        second.run();

        assertEquals(first.trace(), second.trace());
    }
}
