package dev.postrider.e2e.fault;

import dev.postrider.e2e.load.Clock;
import dev.postrider.e2e.suite.Suite;

/** Chat nodes and history killed, and made to stand still. */
final class ProcessFaults {
    private static final int KILLS = 3;
    private static final long AFTER_KILL_MILLIS = 1_000;
    /** Clients leave a socket that has been silent for six seconds. */
    private static final long NOTICED_AFTER_MILLIS = 3_000;

    private static final int CHANGES = 6;
    private static final long CHANGE_EVERY_MILLIS = 10_000;

    private ProcessFaults() {}

    static String killChatNodes(Scene scene) throws InterruptedException {
        long cuts = scene.crowd().cuts();
        for (int i = 0; i < KILLS; i++) {
            String node = anyNode(scene);
            scene.suite().kill(node);
            scene.suite().awaitReady(node);
            Scene.hold(AFTER_KILL_MILLIS);
        }
        long cut = scene.crowd().cuts() - cuts;
        Scene.bitten(cut > KILLS, "sockets are cut");
        return "%d kills cut %d sockets".formatted(KILLS, cut);
    }

    /** Every ten seconds one leaves in order or is killed, in turn, and comes back; the other one is there meanwhile. */
    static String chatNodesComeAndGo(Scene scene) throws InterruptedException {
        Suite suite = scene.suite();
        long cuts = scene.crowd().cuts();
        for (int i = 0; i < CHANGES; i++) {
            long next = Clock.millis() + CHANGE_EVERY_MILLIS;
            String node = "chat-service-" + (1 + (i + i / 2) % 2);
            long pid = suite.pid(node);
            if (i % 2 == 0) {
                suite.terminate(node);
                scene.await(
                        node + " has left",
                        Trial.STARTED_WITHIN,
                        () -> ProcessHandle.of(pid).isEmpty());
            } else {
                suite.kill(pid);
            }
            suite.awaitReady(node);
            Scene.hold(Math.max(0, next - Clock.millis()));
        }
        long cut = scene.crowd().cuts() - cuts;
        Scene.bitten(cut > CHANGES, "sockets are cut");
        return "%d left in order, %d killed, %d sockets cut".formatted(CHANGES / 2, CHANGES / 2, cut);
    }

    /** Between append and publish as anywhere else: what is under way in hundreds of sends stands still with it. */
    static Fault pauseChatNode(long millis) {
        return scene -> {
            long cuts = scene.crowd().cuts();
            int waiting = standStill(scene, anyNode(scene), millis);
            long cut = scene.crowd().cuts() - cuts;
            Scene.bitten(waiting > 0 && cut > 0, "sends wait and sockets are left");
            return "%d ms still, %d sends waited, %d sockets were left".formatted(millis, waiting, cut);
        };
    }

    static Fault pauseHistory(long millis) {
        return scene -> {
            Suite suite = scene.suite();
            suite.pause("history-service");
            boolean answered = suite.answers("history-service");
            scene.crowd().drop(scene.crowd().size() / 4, 1_000);
            Scene.hold(millis);
            boolean waiting = !scene.crowd().allServed();
            suite.resume("history-service");
            suite.awaitReady("history-service");
            Scene.bitten(!answered && waiting, "history is silent and nobody can catch up");
            return "%d ms still, a quarter of all could not catch up".formatted(millis);
        };
    }

    static String killHistory(Scene scene) throws InterruptedException {
        for (int i = 0; i < KILLS; i++) {
            scene.suite().kill("history-service");
            scene.crowd().drop(scene.crowd().size() / 4, 1_000);
            scene.suite().awaitReady("history-service");
            Scene.hold(AFTER_KILL_MILLIS);
        }
        return KILLS + " kills, a quarter of all catching up at each";
    }

    /** Stops the process for a while; how many sends waited for an answer before their clients went elsewhere. */
    private static int standStill(Scene scene, String part, long millis) throws InterruptedException {
        long pid = scene.suite().pid(part);
        scene.suite().pause(pid);
        Scene.hold(NOTICED_AFTER_MILLIS);
        int waiting = scene.crowd().unanswered();
        Scene.hold(millis - NOTICED_AFTER_MILLIS);
        scene.suite().resume(pid);
        return waiting;
    }

    static String anyNode(Scene scene) {
        return "chat-service-" + (1 + scene.random().nextInt(2));
    }
}
