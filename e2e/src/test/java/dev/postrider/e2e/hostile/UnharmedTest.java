package dev.postrider.e2e.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.e2e.suite.Footprint;
import dev.postrider.e2e.suite.Suite;
import dev.postrider.e2e.suite.WithSuite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Every family of attacks, one after the other, against the running suite. Two people talk all the while; every answer is
 * fair; afterwards each service holds as many files as before, but for what its pools keep, and, within a minute, no more than
 * 30 MiB more.
 */
@WithSuite
class UnharmedTest {
    private static final long MORE_BYTES_MAX = 30L * 1_048_576;
    /** What a pool keeps open for the next call; each attack opens hundreds of connections, so one that leaks is seen. */
    private static final long POOLED_MAX = 16;

    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final List<String> SERVICES =
            List.of("api-gateway", "auth-service", "chat-service-1", "chat-service-2", "history-service");

    private final Suite suite;

    UnharmedTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void everyAttackLeavesEveryServiceAsItWas() throws Throwable {
        Assumptions.assumeTrue(Footprint.isKnown(), "the kernel tells what a process holds");
        List<Attack> attacks = Stream.concat(
                        new FrameAttacks(suite).all().stream(), new RequestAttacks(suite).all().stream())
                .toList();
        Footprint footprint = new Footprint(suite);
        try (Canary canary = new Canary(suite)) {
            // Once before measuring: code is compiled and pools are filled by whatever is done for the first time.
            played(attacks, canary);
            Map<String, Long> files = settled(footprint);
            Map<String, Long> bytes = footprint.residentBytes();
            Map<String, Long> errors = errors();

            played(attacks, canary);

            Awaitility.await("open files as before")
                    .atMost(A_MINUTE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertEquals(Map.of(), above(footprint.openFiles(), files, POOLED_MAX)));
            Awaitility.await("memory as before")
                    .atMost(A_MINUTE)
                    .pollInterval(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertEquals(Map.of(), above(footprint.residentBytes(), bytes, MORE_BYTES_MAX)));
            assertEquals(errors, errors());
            canary.assertSings();
            System.out.println("MiB more: " + difference(footprint.residentBytes(), bytes) + ", files before " + files
                    + ", after " + footprint.openFiles());
        }
    }

    private static void played(List<Attack> attacks, Canary canary) throws Throwable {
        for (Attack attack : attacks) {
            long began = System.nanoTime();
            attack.run().execute();
            canary.assertSings();
            System.out.printf("%s: %d ms%n", attack, (System.nanoTime() - began) / 1_000_000);
        }
    }

    /** Open files once connections of the attackers are gone: the same for three seconds. */
    private static Map<String, Long> settled(Footprint footprint) {
        AtomicReference<Map<String, Long>> last = new AtomicReference<>(Map.of());
        Awaitility.await("open files are the same")
                .atMost(A_MINUTE)
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> {
                    Map<String, Long> now = footprint.openFiles();
                    return now.equals(last.getAndSet(now));
                });
        return footprint.openFiles();
    }

    private Map<String, Long> errors() {
        Map<String, Long> lines = new TreeMap<>();
        SERVICES.forEach(service -> lines.put(service, suite.logLines(service, " ERROR ")));
        return lines;
    }

    private static Map<String, Long> above(Map<String, Long> now, Map<String, Long> before, long max) {
        Map<String, Long> more = new TreeMap<>();
        now.forEach((service, value) -> {
            if (value - before.getOrDefault(service, 0L) > max) {
                more.put(service, value - before.getOrDefault(service, 0L));
            }
        });
        return more;
    }

    private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
        Map<String, Long> more = new TreeMap<>();
        now.forEach((service, value) -> more.put(service, (value - before.getOrDefault(service, 0L)) / 1_048_576));
        return more;
    }
}
