package dev.postrider.bench.suite;

/**
 * What is still done where this process ends early, interrupted or by a failure, so that nothing it started runs on. Closed
 * once that has been done in order.
 */
public final class AtExit implements AutoCloseable {
    private final Thread act;

    public AtExit(Runnable act) {
        this.act = new Thread(act, "at exit");
        Runtime.getRuntime().addShutdownHook(this.act);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(act);
        } catch (IllegalStateException ending) {
            // it is being done already
            return;
        }
    }
}
