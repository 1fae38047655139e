package dev.postrider.e2e.fault;

import dev.postrider.contracts.topic.Topics;
import dev.postrider.e2e.suite.Retention;
import dev.postrider.e2e.suite.Suite;

/** Retention is quicker than a reader. */
final class RetentionFaults {
    /** Shorter than clients wait for a silent socket, and than the others wait for a silent node. */
    private static final long STILL_MILLIS = 4_000;

    private static final String LOST = "Channel records were lost to retention";

    private RetentionFaults() {}

    /** What a node that stands still was to read is gone when it wakes: it must greet its sessions anew. */
    static String overtakeChannels(Scene scene) throws InterruptedException {
        Suite suite = scene.suite();
        String node = ProcessFaults.anyNode(scene);
        long pid = suite.pid(node);
        long lapses = suite.logLines(node, LOST);
        long greeted = scene.crowd().greetedAgain();
        suite.pause(pid);
        Scene.hold(STILL_MILLIS);
        Retention.takesAll(suite.world(), Topics.CHANNELS);
        suite.resume(pid);
        scene.await(
                "the node sees that records are lost, and greets its sessions again",
                Trial.STARTED_WITHIN,
                () -> suite.logLines(node, LOST) > lapses && scene.crowd().greetedAgain() > greeted);
        return "%d ms still, %d sessions were greeted again"
                .formatted(STILL_MILLIS, scene.crowd().greetedAgain() - greeted);
    }
}
