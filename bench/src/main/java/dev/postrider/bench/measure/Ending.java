package dev.postrider.bench.measure;

import dev.postrider.stack.part.OutsideWorld;

/** Whether what was accepted stands in the database: history has read the log to the end it has now. */
public final class Ending implements AutoCloseable {
    private static final long ROWS_MILLIS_MAX = 60_000;

    private final LogEnd logEnd;
    private final Rows rows;

    public Ending(OutsideWorld world) {
        this.logEnd = new LogEnd(world.kafka());
        this.rows = new Rows(world.database());
    }

    /** Milliseconds until the last row stood, or -1 where it did not within a minute. */
    public long await() {
        return rows.await(logEnd.now(), ROWS_MILLIS_MAX);
    }

    /** Messages in the database. */
    public long stored() {
        return rows.messages();
    }

    @Override
    public void close() {
        logEnd.close();
        rows.close();
    }
}
