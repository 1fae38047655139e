package dev.postrider.e2e.fault;

/** Processes killed and stopped. */
final class ProcessFaults {
    private static final int KILLS = 3;

    private ProcessFaults() {}

    static String killAgainAndAgain(Scene scene) throws InterruptedException {
        long cuts = scene.crowd().cuts();
        for (int i = 0; i < KILLS; i++) {
            String node = "chat-service-" + (1 + scene.random().nextInt(2));
            scene.suite().kill(node);
            scene.suite().awaitReady(node);
            Scene.hold(1_000);
        }
        long cut = scene.crowd().cuts() - cuts;
        Scene.bitten(cut > 0, "sockets are cut");
        return KILLS + " kills cut " + cut + " sockets";
    }
}
