package dev.postrider.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.e2e.check.Evidence.Calm;
import dev.postrider.e2e.check.Verdict;
import dev.postrider.e2e.check.Violation;
import dev.postrider.e2e.fault.Trial;
import dev.postrider.e2e.faulty.FaultySuite;
import dev.postrider.e2e.faulty.agent.Variant;
import dev.postrider.e2e.load.Clock;
import dev.postrider.e2e.load.Population;
import dev.postrider.e2e.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The checker is no yes-man: a sound server passes it, and faulty ones do not, each of which errs once in five
 * hundred times. {@code -Dcatches.seeds=10} runs each with ten seeds, {@code -Dcatches.only=NAME,NAME} only those.
 */
class CheckerCatchesTest {
    /** One of each thing that a checker looks at, as many as a default run has time for: live, order, company, answers. */
    private static final String DEFAULT = "NONE,DROP,SWAP,LEAK,REJECT_AFTER_APPEND";

    private static final int PEOPLE = 32;
    /** Of each person, where catch-ups are what errs: one in five hundred of them is little. */
    private static final int TABS = 3;

    private static final int SEEDS = Integer.getInteger("catches.seeds", 1);
    private static final int PER_SECOND = Integer.getInteger("catches.rate", 250);
    private static final long FIRST_SEED = Long.getLong("catches.seed", 1);
    private static final int CUTS_MAX = 25;
    private static final int CUT_STRIKES = 7;
    private static final long CUT_EVERY_MILLIS = 1_500;
    private static final long AWAY_MILLIS_MAX = 6_000;
    private static final int STRIKES = 4;
    private static final long SOUND_MILLIS = 10_000;

    @Test
    void soundServerPassesAndEveryFaultyOneIsCaught() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (FaultySuite faulty = FaultySuite.start()) {
            Population population = Population.of(faulty.suite().gateway(), PEOPLE);
            trial(faulty.suite(), population, Variant.NONE, FIRST_SEED).warm();
            for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
                for (Variant variant : chosen()) {
                    wrong.addAll(run(faulty, population, variant, seed));
                }
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    private static List<Variant> chosen() {
        String only = System.getProperty("catches.only", DEFAULT);
        return Stream.of(Variant.values())
                .filter(variant -> List.of(only.split(",")).contains(variant.name()))
                .toList();
    }

    private static List<String> run(FaultySuite faulty, Population population, Variant variant, long seed)
            throws IOException, InterruptedException {
        long before = faulty.strikes(variant);
        long began = System.nanoTime();
        faulty.become(variant, seed);
        Verdict verdict = trial(faulty.suite(), population, variant, seed).judge(course(faulty, variant, before));
        faulty.become(Variant.NONE, seed);
        long strikes = faulty.strikes(variant) - before;
        List<String> caughtBy = verdict.violations().stream()
                .map(violation -> violation.getClass().getSimpleName())
                .distinct()
                .toList();
        System.out.printf(
                "%-20s seed %d: %d accepted, struck %d times, %d violations %s, %d s%n",
                variant,
                seed,
                verdict.tally().accepted(),
                strikes,
                verdict.violations().size(),
                caughtBy,
                (System.nanoTime() - began) / 1_000_000_000);
        boolean right = variant == Variant.NONE ? verdict.sound() : strikes > 0 && verdict.has(expected(variant));
        return right
                ? List.of()
                : List.of("%s with seed %d, struck %d times: %s".formatted(variant, seed, strikes, verdict.message()));
    }

    private static Trial trial(Suite suite, Population population, Variant variant, long seed) {
        return new Trial(suite, population, variant == Variant.CURSOR_AHEAD ? TABS : 1, PER_SECOND, seed);
    }

    /** What must show the fault; others may show it as well. */
    private static Class<? extends Violation> expected(Variant variant) {
        return switch (variant) {
            case NONE, ECHO -> throw new IllegalArgumentException("nothing of a chat is broken by " + variant);
            case DROP -> Violation.NotLive.class;
            case DUPLICATE -> Violation.Doubled.class;
            case SWAP -> Violation.Reordered.class;
            case ACKNOWLEDGE_EARLY -> Violation.NotInLog.class;
            case LEAK -> Violation.Leaked.class;
            case CORRUPT -> Violation.Corrupted.class;
            case REJECT_AFTER_APPEND -> Violation.SeenThoughRejected.class;
            case CURSOR_AHEAD -> Violation.Lost.class;
        };
    }

    /** Most show themselves where nothing else happens; one only to those who were away, one only after a kill. */
    private static Trial.Course course(FaultySuite faulty, Variant variant, long before) {
        return (scene, calms) -> {
            switch (variant) {
                case ACKNOWLEDGE_EARLY -> {
                    awaitStrikes(faulty, variant, before);
                    scene.suite().kill("chat-service-1");
                    scene.suite().kill("chat-service-2");
                    scene.suite().awaitReady("chat-service-1");
                    scene.suite().awaitReady("chat-service-2");
                }
                case CURSOR_AHEAD -> {
                    for (int i = 0; i < CUTS_MAX && faulty.strikes(variant) - before < CUT_STRIKES; i++) {
                        scene.crowd().drop(scene.crowd().size() / 3, AWAY_MILLIS_MAX);
                        Thread.sleep(CUT_EVERY_MILLIS);
                    }
                }
                case NONE, ECHO -> {
                    calms.add(new Calm(Clock.millis(), Long.MAX_VALUE));
                    Thread.sleep(SOUND_MILLIS);
                }
                case DROP, DUPLICATE, SWAP, LEAK, CORRUPT, REJECT_AFTER_APPEND -> {
                    calms.add(new Calm(Clock.millis(), Long.MAX_VALUE));
                    awaitStrikes(faulty, variant, before);
                }
            }
        };
    }

    private static void awaitStrikes(FaultySuite faulty, Variant variant, long before) {
        Awaitility.await(variant + " strikes")
                .atMost(Duration.ofSeconds(45))
                .until(() -> faulty.strikes(variant) - before >= STRIKES);
    }

    @Test
    void noArchiveThatIsShippedKnowsTheseClasses() throws IOException {
        List<Path> archives = new ArrayList<>();
        try (Stream<Path> files = Files.find(
                Path.of(".."),
                8,
                (path, kind) -> path.toString().endsWith(".jar")
                        && path.toString().contains("/target/")
                        && !path.startsWith("../e2e")
                        && !path.toString().contains("node_modules"))) {
            archives.addAll(files.toList());
        }
        assertTrue(archives.stream().anyMatch(path -> path.endsWith("quarkus-run.jar")), "services are built");
        List<String> found = new ArrayList<>();
        for (Path archive : archives) {
            try (JarFile jar = new JarFile(archive.toFile())) {
                jar.stream()
                        .filter(entry -> entry.getName().contains("dev/postrider/e2e"))
                        .forEach(entry -> found.add(archive + "!" + entry.getName()));
            }
        }
        assertEquals(List.of(), found);
    }
}
