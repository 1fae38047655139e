package dev.postrider.e2e.fault;

import dev.postrider.e2e.check.Evidence;
import dev.postrider.e2e.suite.Suite;
import java.time.Duration;

/**
 * A node falls silent with messages that stand in the log and were published to nobody. Its clients never come back, so
 * nobody repeats them; all others stay connected and are left alone. What brings these messages to them is the
 * checkpoint that servers send when a node has died, and nothing else.
 */
final class StayFault implements Fault {
    /** So that sends are under way when the node falls silent. */
    private static final long BROKER_STILL_MILLIS = 500;

    /** A broker drops the requests behind the first where it cannot answer that: the node dies when all are in the log. */
    private static final long BROKER_TAKES_MILLIS = 500;

    /** A node is declared gone after ten seconds, and clients are asked over ten more. */
    private static final Duration ASKED_WITHIN = Duration.ofSeconds(45);

    private final Fate fate;

    private StayFault(Fate fate) {
        this.fate = fate;
    }

    /** What becomes of the node that stands still, once the broker goes on. */
    @FunctionalInterface
    private interface Fate {
        void befall(Suite suite, long pid, String node) throws InterruptedException;
    }

    static Fault nodeKilled() {
        return new StayFault((suite, pid, node) -> {
            Scene.hold(BROKER_TAKES_MILLIS);
            suite.kill(pid);
            suite.awaitReady(node);
        });
    }

    static Fault nodeStill(long millis) {
        return new StayFault((suite, pid, node) -> {
            Scene.hold(millis);
            suite.resume(pid);
        });
    }

    @Override
    public String strike(Scene scene) throws InterruptedException {
        String node = ProcessFaults.anyNode(scene);
        Suite suite = scene.suite();
        long pid = suite.pid(node);
        long broker = suite.pid("kafka");
        long cuts = scene.crowd().cuts();
        scene.crowd().neverReturn();
        suite.pause(broker);
        Scene.hold(BROKER_STILL_MILLIS);
        suite.pause(pid);
        suite.resume(broker);
        fate.befall(suite, pid, node);
        scene.await("everybody who stayed was asked to sync", ASKED_WITHIN, scene.crowd()::allChecked);
        long gone = scene.crowd().gone();
        long stayed = scene.crowd().size() - gone;
        long cut = scene.crowd().cuts() - cuts;
        String bite = "%d left for good, %d stayed".formatted(gone, stayed);
        Scene.bitten(
                gone > 0 && stayed > 0 && cut == gone,
                "some leave and the others stay, but %s after %d cuts".formatted(bite, cut));
        return bite;
    }

    @Override
    public String traced(String bite, Evidence evidence) {
        long brought = evidence.broughtByCatchUp();
        Scene.bitten(brought > 0, "a checkpoint brings a message to somebody who stayed");
        return "%s, %d times a checkpoint brought a message".formatted(bite, brought);
    }
}
