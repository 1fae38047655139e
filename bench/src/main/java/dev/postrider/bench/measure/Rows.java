package dev.postrider.bench.measure;

import dev.postrider.stack.server.MySqlDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows of messages in history's database, counted by the database. */
public final class Rows implements AutoCloseable {
    private static final String SCHEMA = "postrider_history";
    /** A count reads the whole table. */
    private static final int COUNT_MILLIS_MAX = 120_000;

    private static final long LOOK_MILLIS = 50;

    private static final String PROGRESS = "SELECT COALESCE(SUM(next), 0) FROM progress";

    private final Connection connection;
    private final String progress;

    public Rows(MySqlDatabase database) {
        this(database, PROGRESS);
    }

    /** @param progress asks how many records the rows stand for */
    public Rows(MySqlDatabase database, String progress) {
        this.progress = progress;
        try {
            connection = database.connect(SCHEMA);
            connection.setNetworkTimeout(Runnable::run, COUNT_MILLIS_MAX);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Of messages in their present state. */
    public long messages() {
        return number("SELECT COUNT(*) FROM entry WHERE type = 'message'");
    }

    /** How far history has read the log, summed over its parts. */
    public long progress() {
        return number(progress);
    }

    /**
     * Waits until history has stored so much, looking at its progress, which costs the database nothing.
     *
     * @return milliseconds, or -1 where it did not in time
     */
    public long await(long progress, long millisMax) {
        long began = System.nanoTime();
        while (progress() < progress) {
            if ((System.nanoTime() - began) / 1_000_000 > millisMax) {
                return -1;
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
