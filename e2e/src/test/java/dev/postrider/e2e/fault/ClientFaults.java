package dev.postrider.e2e.fault;

/** What happens on the clients' side of the wire. */
final class ClientFaults {
    private static final long HOP_MILLIS = 500;
    private static final int HOPS = 20;
    private static final int SILENCES = 5;
    private static final long SILENT_MILLIS = 1_500;
    private static final int CUT_AT_ONCE = 1_000;
    private static final long AWAY_MILLIS_MAX = 500;

    private ClientFaults() {}

    /** A tenth of all move to another node every half second, with whatever they had not been answered. */
    static String hop(Scene scene) throws InterruptedException {
        long cuts = scene.crowd().cuts();
        for (int i = 0; i < HOPS; i++) {
            scene.crowd().drop(scene.crowd().size() / 10, 0);
            Scene.hold(HOP_MILLIS);
        }
        long hopped = scene.crowd().cuts() - cuts;
        Scene.bitten(hopped >= HOPS * (scene.crowd().size() / 10) / 2, "clients hop");
        return hopped + " hops";
    }

    /** What is asked goes on to the servers, what they answer is kept back; then the connections are cut. */
    static String cutOffAnswers(Scene scene) throws InterruptedException {
        long cuts = scene.crowd().cuts();
        int waiting = 0;
        for (int i = 0; i < SILENCES; i++) {
            scene.doors().relays().forEach(Relay::keepAnswers);
            Scene.hold(SILENT_MILLIS);
            waiting += scene.crowd().unanswered();
            scene.doors().relays().forEach(Relay::cutSilent);
            scene.await("all are back", Trial.STARTED_WITHIN, scene.crowd()::allServed);
        }
        long kept = scene.doors().keptBytes();
        long cut = scene.crowd().cuts() - cuts;
        Scene.bitten(waiting > 0 && kept > 0 && cut > 0, "answers are kept back and sends wait");
        return "%d times, %d kB of answers kept back, %d sends waited, %d cuts"
                .formatted(SILENCES, kept / 1_000, waiting, cut);
    }

    static String cutAtOnce(Scene scene) throws InterruptedException {
        long cuts = scene.crowd().cuts();
        scene.crowd().drop(CUT_AT_ONCE, AWAY_MILLIS_MAX);
        scene.await("all are cut", Trial.STARTED_WITHIN, () -> scene.crowd().cuts() - cuts >= CUT_AT_ONCE);
        return CUT_AT_ONCE + " sockets cut at once";
    }
}
