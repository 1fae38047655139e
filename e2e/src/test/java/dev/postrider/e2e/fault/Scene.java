package dev.postrider.e2e.fault;

import dev.postrider.e2e.load.Crowd;
import dev.postrider.e2e.suite.Suite;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Where a fault strikes: the running suite, its doors, the people who write meanwhile, and the row's own chance. */
public record Scene(Suite suite, Doors doors, Crowd crowd, SplittableRandom random) {
    private static final Duration POLL = Duration.ofMillis(50);

    public static void hold(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /** Accepted messages in the next so many milliseconds. */
    long acceptedIn(long millis) throws InterruptedException {
        long before = crowd.accepted();
        hold(millis);
        return crowd.accepted() - before;
    }

    /** @throws AssertionError with how the people stand, where it does not come true in time */
    public void await(String claim, Duration limit, BooleanSupplier holds) {
        try {
            Awaitility.await(claim).atMost(limit).pollInterval(POLL).until(holds::getAsBoolean);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    "not within %d s: %s; %s".formatted(limit.toSeconds(), claim, crowd.state()), late);
        }
    }

    /** @throws Fault.NotBittenException where it was not seen */
    static void bitten(boolean seen, String expected) {
        if (!seen) {
            throw new Fault.NotBittenException(expected);
        }
    }
}
