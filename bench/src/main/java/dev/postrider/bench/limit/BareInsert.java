package dev.postrider.bench.limit;

import dev.postrider.bench.people.Person;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.stack.server.MySqlDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows with the columns, the key and the indexes of a message, many to a statement, one transaction each, from two
 * connections at once: what the database takes where nothing is looked up, folded, or kept from being stored twice.
 */
public final class BareInsert {
    /** The one where the suite's account may make tables. */
    private static final String SCHEMA = "postrider_history";

    private static final int ROWS_PER_STATEMENT = 500;
    private static final int CONNECTIONS = 2;
    private static final int MILLIS_MAX = 60_000;
    private static final String BODY = "x".repeat(70);
    private static final String TABLE = """
            CREATE TABLE %s (
              conversation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              position     BIGINT NOT NULL,
              type         VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              sender       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              id           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
              at           BIGINT NOT NULL,
              counts       BOOLEAN NOT NULL,
              body         TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
              thread       BIGINT NULL,
              PRIMARY KEY (conversation, position),
              KEY message_unread (conversation, counts, position, sender)
            ) ENGINE = InnoDB""";

    private BareInsert() {}

    /** The statement that makes a table like {@code entry}. */
    static String table(String name) {
        return TABLE.formatted(name);
    }

    /**
     * Rows a second, among people as {@link dev.postrider.bench.load.LogFill} writes them: few rows stand beside one another in
     * the tables.
     */
    public static double run(MySqlDatabase database, List<Person> people, int rows, long seed) {
        try {
            execute(database, "DROP TABLE IF EXISTS bench_message");
            execute(database, table("bench_message"));
            long began = System.nanoTime();
            Thread[] writers = new Thread[CONNECTIONS];
            for (int i = 0; i < CONNECTIONS; i++) {
                int writer = i;
                writers[i] = Thread.ofPlatform().start(() -> write(database, people, writer, rows / CONNECTIONS, seed));
            }
            for (Thread writer : writers) {
                writer.join();
            }
            double perSecond = rows / ((System.nanoTime() - began) / 1e9);
            execute(database, "DROP TABLE bench_message");
            return perSecond;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void execute(MySqlDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect(SCHEMA);
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, MILLIS_MAX);
            statement.execute(sql);
        }
    }

    private static void write(MySqlDatabase database, List<Person> people, int writer, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed + writer);
        String values = String.join(",", Collections.nCopies(ROWS_PER_STATEMENT, "(?,?,'message',?,?,?,1,?,NULL)"));
        try (Connection connection = database.connect(SCHEMA)) {
            connection.setNetworkTimeout(Runnable::run, MILLIS_MAX);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO bench_message (conversation, position, type, sender, id, at, counts, body, thread) VALUES "
                            + values)) {
                for (int done = 0; done < rows; done += ROWS_PER_STATEMENT) {
                    for (int row = 0; row < ROWS_PER_STATEMENT; row++) {
                        int at = row * 6;
                        String from = people.get(random.nextInt(people.size())).id();
                        String to = people.get(random.nextInt(people.size())).id();
                        insert.setString(at + 1, ConversationId.direct(from, to).text());
                        insert.setLong(at + 2, (long) (done + row) * CONNECTIONS + writer);
                        insert.setString(at + 3, from);
                        insert.setString(at + 4, "01930000-0000-7000-8000-%012d".formatted(done + row));
                        insert.setLong(at + 5, done + row);
                        insert.setString(at + 6, BODY);
                    }
                    insert.executeUpdate();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
