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

    /** A node is declared gone after ten seconds, and clients are asked over ten more. */
    private static final Duration ASKED_WITHIN = Duration.ofSeconds(45);

    private final Silence silence;

    private StayFault(Silence silence) {
        this.silence = silence;
    }

    /** How a node falls silent while the broker stands still, and what is left to do for it when the broker goes on. */
    private interface Silence {
        void begin(Suite suite, long pid);

        void end(Suite suite, long pid, String node) throws InterruptedException;
    }

    static Fault nodeKilled() {
        return new StayFault(new Silence() {
            @Override
            public void begin(Suite suite, long pid) {
                suite.kill(pid);
            }

            @Override
            public void end(Suite suite, long pid, String node) {
                suite.awaitReady(node);
            }
        });
    }

    static Fault nodeStill(long millis) {
        return new StayFault(new Silence() {
            @Override
            public void begin(Suite suite, long pid) {
                suite.pause(pid);
            }

            @Override
            public void end(Suite suite, long pid, String node) throws InterruptedException {
                Scene.hold(millis);
                suite.resume(pid);
            }
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
        silence.begin(suite, pid);
        suite.resume(broker);
        silence.end(suite, pid, node);
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
        long brought = evidence.broughtByCatchUpAlone();
        Scene.bitten(brought > 0, "a message reaches somebody who stayed by the checkpoint alone");
        return "%s, %d times a checkpoint alone brought a message".formatted(bite, brought);
    }
}
