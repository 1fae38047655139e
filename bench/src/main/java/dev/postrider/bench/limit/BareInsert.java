package dev.postrider.bench.limit;

import dev.postrider.bench.people.Person;
import dev.postrider.contracts.rule.ConversationId;
import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.stack.server.MySqlDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the database takes from two connections at once, many rows to a statement, where nothing is read, judged or folded:
 * the rows of messages alone, with their columns, key and index, or those beside what a promise needs for each of them.
 */
public final class BareInsert {
    /** The one where the suite's account may make tables. */
    private static final String SCHEMA = "postrider_history";

    private static final int ROWS_PER_STATEMENT = 500;
    private static final int CONNECTIONS = 2;
    private static final int MILLIS_MAX = 60_000;
    private static final String BODY = "x".repeat(70);
    private static final String ID = "VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin";
    private static final String TABLE = """
            CREATE TABLE %1$s (
              conversation %2$s NOT NULL,
              position     BIGINT NOT NULL,
              type         VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              sender       %2$s NOT NULL,
              id           %2$s NULL,
              at           BIGINT NOT NULL,
              counts       BOOLEAN NOT NULL,
              body         TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
              thread       BIGINT NULL,
              PRIMARY KEY (conversation, position),
              KEY message_unread (conversation, counts, position, sender)
            ) ENGINE = InnoDB""";
    private static final String HOLDERS = """
            CREATE TABLE bench_holder (
              conversation %1$s NOT NULL,
              sender       %1$s NOT NULL,
              id           %1$s NOT NULL,
              position     BIGINT NOT NULL,
              PRIMARY KEY (conversation, sender, id)
            ) ENGINE = InnoDB""".formatted(ID);
    private static final String ENDS = """
            CREATE TABLE bench_end (
              conversation  %1$s NOT NULL,
              last_position BIGINT NOT NULL,
              PRIMARY KEY (conversation)
            ) ENGINE = InnoDB""".formatted(ID);
    private static final String MESSAGE = many(
            "INSERT INTO bench_message (conversation, position, type, sender, id, at, counts, body, thread)",
            "(?,?,'message',?,?,?,1,?,NULL)",
            "");
    private static final String HOLDER = many(
            "INSERT INTO bench_holder (conversation, sender, id, position)",
            "(?,?,?,?)",
            " ON DUPLICATE KEY UPDATE position = position");
    private static final String END = many(
            "INSERT INTO bench_end (conversation, last_position)",
            "(?,?)",
            " ON DUPLICATE KEY UPDATE last_position = GREATEST(last_position, VALUES(last_position))");

    private final MySqlDatabase database;
    private final List<Person> people;
    private final boolean promised;

    private BareInsert(MySqlDatabase database, List<Person> people, boolean promised) {
        this.database = database;
        this.people = people;
        this.promised = promised;
    }

    private static String many(String insert, String row, String then) {
        return insert + " VALUES " + String.join(",", Collections.nCopies(ROWS_PER_STATEMENT, row)) + then;
    }

    /** The statement that makes a table like {@code entry}. */
    static String table(String name) {
        return TABLE.formatted(name, ID);
    }

    /**
     * Messages a second, among people as {@link dev.postrider.bench.load.LogFill} writes them: few rows stand beside one another in
     * the tables.
     */
    public static double rows(MySqlDatabase database, List<Person> people, int messages, long seed) {
        return new BareInsert(database, people, false).run(messages, seed);
    }

    /**
     * The same where each message also has the row by which a repeat is known (G2) and moves its conversation's end (G5), all
     * in one transaction for each 500.
     */
    public static double promised(MySqlDatabase database, List<Person> people, int messages, long seed) {
        return new BareInsert(database, people, true).run(messages, seed);
    }

    private double run(int messages, long seed) {
        try {
            drop();
            for (String table : List.of(table("bench_message"), HOLDERS, ENDS)) {
                execute(table);
            }
            long began = System.nanoTime();
            Thread[] writers = new Thread[CONNECTIONS];
            for (int i = 0; i < CONNECTIONS; i++) {
                int writer = i;
                writers[i] = Thread.ofPlatform().start(() -> write(writer, messages / CONNECTIONS, seed));
            }
            for (Thread writer : writers) {
                writer.join();
            }
            double perSecond = messages / ((System.nanoTime() - began) / 1e9);
            drop();
            return perSecond;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void drop() throws SQLException {
        execute("DROP TABLE IF EXISTS bench_message, bench_holder, bench_end");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = database.connect(SCHEMA);
        connection.setNetworkTimeout(Runnable::run, MILLIS_MAX);
        return connection;
    }

    private void write(int writer, int messages, long seed) {
        SplittableRandom random = new SplittableRandom(seed + writer);
        try (Connection connection = connect();
                PreparedStatement holders = connection.prepareStatement(HOLDER);
                PreparedStatement entries = connection.prepareStatement(MESSAGE);
                PreparedStatement ends = connection.prepareStatement(END)) {
            connection.setAutoCommit(false);
            for (int done = 0; done < messages; done += ROWS_PER_STATEMENT) {
                for (int row = 0; row < ROWS_PER_STATEMENT; row++) {
                    String from = people.get(random.nextInt(people.size())).id();
                    String conversation = conversation(from, writer, random);
                    String id = "01930000-0000-7000-8000-%012d".formatted(done + row);
                    long position = (long) (done + row) * CONNECTIONS + writer;
                    set(entries, row, conversation, position, from, id, (long) done + row, BODY);
                    set(holders, row, conversation, from, id, position);
                    set(ends, row, conversation, position);
                }
                if (promised) {
                    holders.executeUpdate();
                    ends.executeUpdate();
                }
                entries.executeUpdate();
                connection.commit();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Each writer has conversations of its own, as history's have: they never wait for one another's rows. */
    private String conversation(String from, int writer, SplittableRandom random) {
        while (true) {
            String to = people.get(random.nextInt(people.size())).id();
            String conversation = ConversationId.direct(from, to).text();
            if (LogPartitions.of(conversation) % CONNECTIONS == writer) {
                return conversation;
            }
        }
    }

    private static void set(PreparedStatement statement, int row, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(row * values.length + i + 1, values[i]);
        }
    }
}
