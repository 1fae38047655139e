package dev.postrider.e2e.rollout;

import dev.postrider.e2e.check.Checker;
import dev.postrider.e2e.check.Evidence;
import dev.postrider.e2e.check.Verdict;
import dev.postrider.e2e.fault.Doors;
import dev.postrider.e2e.fault.Relay;
import dev.postrider.e2e.fault.Scene;
import dev.postrider.e2e.fault.Trial;
import dev.postrider.e2e.load.Population;
import dev.postrider.e2e.suite.SecondGateway;
import dev.postrider.e2e.suite.Suite;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every service is restarted, one after the other, while people write through the gateway. Of chat nodes the other one is there
 * meanwhile; of gateways, as in a cluster, a new one is ready and takes whoever comes before the old one is told to stop.
 *
 * @param verdict of the checker
 * @param figures of those people
 * @param wrong what a service did not do in order when it was told to stop
 */
record Rollout(Verdict verdict, Figures figures, List<Leaving> leavings, List<String> wrong) {
    private static final String GATEWAY = "api-gateway";
    /** As docs/operations.md has it; the gateway comes last. */
    private static final List<String> IN_PLACE =
            List.of("history-service", "auth-service", "chat-service-1", "chat-service-2");

    private static final int PER_SECOND = Integer.getInteger("rollout.rate", 60);
    private static final long SEED = Long.getLong("rollout.seed", 7);
    private static final int PEOPLE = 24;
    private static final int DEVICES = 2;
    private static final Duration SERVED_WITHIN = Duration.ofSeconds(60);
    private static final long BETWEEN_MILLIS = 1_000;

    static Rollout of(Suite suite, int rounds) throws InterruptedException, IOException {
        List<Leaving> leavings = new ArrayList<>();
        Evidence evidence = run(suite, rounds, leavings);
        List<String> wrong = leavings.stream()
                .flatMap(one -> one.wrong(evidence.clients()).stream())
                .toList();
        Rollout rollout = new Rollout(Checker.judge(evidence), Figures.of(evidence.clients()), leavings, wrong);
        System.out.println(rollout);
        for (int one = 0; one < leavings.size(); one++) {
            long until = one + 1 < leavings.size() ? leavings.get(one + 1).askedAt() : Long.MAX_VALUE;
            Leaving left = leavings.get(one);
            System.out.println(left + ": " + Figures.between(evidence.clients(), left.askedAt(), until));
        }
        return rollout;
    }

    private static Evidence run(Suite suite, int rounds, List<Leaving> leavings)
            throws InterruptedException, IOException {
        Population population = Population.of(suite.gateway(), PEOPLE);
        try (Relay door = Relay.before(suite.gateway())) {
            Doors gateway = new Doors(List.of(door.door()), List.of());
            return new Trial(suite, population, gateway, DEVICES, PER_SECOND, SEED).evidence((scene, calms) -> {
                for (int round = 0; round < rounds; round++) {
                    for (String service : IN_PLACE) {
                        leavings.add(restart(scene, service));
                    }
                    leavings.add(replaceGateway(scene, door));
                }
            });
        }
    }

    /** The next one is touched only when this one is back and everybody is served. */
    private static Leaving restart(Scene scene, String service) throws InterruptedException {
        Leaving leaving = Leaving.of(scene, service);
        scene.suite().awaitReady(service);
        scene.await("everybody is served", SERVED_WITHIN, () -> scene.crowd().allServed());
        Scene.hold(BETWEEN_MILLIS);
        return leaving;
    }

    /** A new one takes over from the old one, and the old one's successor from it. */
    private static Leaving replaceGateway(Scene scene, Relay door) throws InterruptedException {
        Suite suite = scene.suite();
        try (SecondGateway second = SecondGateway.start(suite, Map.of())) {
            suite.awaitReady(SecondGateway.PART);
            door.turnTo(second.door());
            Leaving leaving = restart(scene, GATEWAY);
            door.turnTo(suite.gateway());
            second.leave(Grace.of(GATEWAY));
            scene.await(
                    "everybody is served", SERVED_WITHIN, () -> scene.crowd().allServed());
            Scene.hold(BETWEEN_MILLIS);
            return leaving;
        }
    }

    /** Sockets that end at the least: each gateway that leaves cuts everybody. */
    long cutsMin() {
        return 2L * leavings.size() / (IN_PLACE.size() + 1) * PEOPLE * DEVICES;
    }

    @Override
    public String toString() {
        return verdict.tally() + "; " + figures;
    }
}
