package dev.postrider.bench.fill;

import dev.postrider.contracts.topic.LogPartitions;
import dev.postrider.stack.server.MySqlDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Rows of plain messages in history's own tables, made inside the database: what ingest would have written had it read
 * a log of epoch 0 in which the conversations of a part take turns. The suite itself runs in epoch 1, so that these
 * positions are of a log that is gone, as after its replacement, and nothing that is said later can meet them.
 *
 * <p>{@link #differences} holds the same statements against what ingest did write.
 */
public final class BulkHistory implements AutoCloseable {
    private static final String SCHEMA = "postrider_history";
    private static final int MILLIS_MAX = 600_000;
    /** Of the embedded server. */
    private static final String ADMINISTRATOR = "root";

    private static final long SETTLE_SECONDS_MAX = 300;
    private static final long LOOK_NANOS = 500_000_000;
    private static final long DIRTY_PAGES_MAX = 500;
    private static final String DIRTY = "SELECT variable_value FROM information_schema.global_status"
            + " WHERE variable_name = 'INNODB_BUFFER_POOL_PAGES_DIRTY'";
    private static final int CHATS_AT_ONCE = 100;
    private static final int BODIES = 4_096;
    private static final long MILLIS_BETWEEN = 1_000;
    private static final String ID = "VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL";

    private static final String CHATS =
            "CREATE TABLE bench_chat (number INT PRIMARY KEY, conversation " + ID + ", one " + ID + ", other " + ID
                    + ", part INT NOT NULL, place INT NOT NULL, peers INT NOT NULL, UNIQUE KEY (conversation))";
    private static final String BODY =
            "CREATE TABLE bench_body (number INT PRIMARY KEY, body TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL)";

    /** A message of each conversation in its turn; ids are UUIDs of version 7. */
    private static final String SAID = """
            SELECT conversation, position, sender, LOWER(CONCAT(SUBSTR(hex, 1, 8), '-', SUBSTR(hex, 9, 4), '-7',
                LPAD(HEX(seq & 4095), 3, '0'), '-8000-', LPAD(HEX(number), 6, '0'), LPAD(HEX(seq), 6, '0'))) AS id, at, body
            FROM (SELECT STRAIGHT_JOIN c.conversation, c.number, s.seq, s.seq * c.peers + c.place AS position,
                IF(CRC32(CONCAT(c.number, ':', s.seq)) & 1, c.one, c.other) AS sender, ? + s.seq * ? AS at,
                LPAD(HEX(? + s.seq * ?), 12, '0') AS hex, y.body
                FROM bench_chat c JOIN seq_0_to_%d s JOIN bench_body y ON y.number = CRC32(CONCAT(s.seq, ':', c.number)) %% %d
                WHERE c.number >= ? AND c.number < ?) turns""";

    private static final String STORED = "SELECT conversation, position, sender, id, at, body FROM entry";

    /** Of plain messages, each column that ingest fills: in {@code said} one row a message. */
    private enum Table {
        ENTRY(
                "entry",
                "conversation, position, type, sender, id, at, counts, body, edits",
                "SELECT conversation, position, 'message', sender, id, at, TRUE, body, 0 FROM (%s) said"),
        HOLDER(
                "holder",
                "conversation, sender, id, position, type, at",
                "SELECT conversation, sender, id, position, 'message', at FROM (%s) said"),
        CONVERSATION(
                "conversation",
                "conversation, kind, part, last_position, last_message, last_line, last_at",
                "SELECT said.conversation, 'dm', MIN(c.part), MAX(position), MAX(position), -1, MAX(at) FROM (%s) said"
                        + " JOIN bench_chat c ON c.conversation = said.conversation GROUP BY said.conversation"),
        MEMBER(
                "member",
                "conversation, user, present, present_change, since_position, until_position, since_at, role, role_change",
                "SELECT DISTINCT said.conversation, IF(two.seq = 1, c.one, c.other), TRUE, -1, -1, -1, 0, NULL, -1"
                        + " FROM (%s) said JOIN bench_chat c ON c.conversation = said.conversation JOIN seq_1_to_2 two");

        private final String table;
        private final String columns;
        private final String select;

        Table(String table, String columns, String select) {
            this.table = table;
            this.columns = columns;
            this.select = select;
        }

        String insert(String into, String said) {
            return "INSERT INTO " + into + " (" + columns + ") " + select.formatted(said);
        }
    }

    private final MySqlDatabase database;
    private final Connection connection;
    private final List<Chat> chats;
    private final long from;

    /**
     * @param chats all conversations there are, in the order of their ids
     * @param bodies what is said
     * @param from epoch milliseconds of the first message
     */
    public BulkHistory(MySqlDatabase database, List<Chat> chats, List<String> bodies, long from) {
        this.chats = List.copyOf(chats);
        this.from = from;
        this.database = database;
        try {
            connection = database.connect(SCHEMA);
            connection.setNetworkTimeout(Runnable::run, MILLIS_MAX);
            execute("DROP TABLE IF EXISTS bench_chat, bench_body");
            execute(CHATS);
            execute(BODY);
            writeChats();
            writeBodies(bodies);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * So many messages in each conversation from number {@code first} on.
     *
     * @param told how many conversations are done, now and then
     */
    public void write(int first, int each, IntConsumer told) {
        String said = SAID.formatted(each - 1, BODIES);
        try {
            for (int at = first; at < chats.size(); at += CHATS_AT_ONCE) {
                for (Table table : Table.values()) {
                    try (PreparedStatement insert = connection.prepareStatement(table.insert(table.table, said))) {
                        insert.setLong(1, from);
                        insert.setLong(2, MILLIS_BETWEEN);
                        insert.setLong(3, from);
                        insert.setLong(4, MILLIS_BETWEEN);
                        insert.setInt(5, at);
                        insert.setInt(6, at + CHATS_AT_ONCE);
                        insert.executeUpdate();
                    }
                }
                told.accept(Math.min(chats.size(), at + CHATS_AT_ONCE));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * What ingest has written so far, beside what these statements make of the same messages: rows that only one of the
     * two has, by table; rows in tables to which plain messages bring nothing count as well.
     */
    public Map<String, Long> differences() {
        Map<String, Long> found = new HashMap<>();
        try {
            for (Table table : Table.values()) {
                String copy = "bench_" + table.table;
                execute("DROP TABLE IF EXISTS " + copy);
                execute("CREATE TABLE " + copy + " LIKE " + table.table);
                execute(table.insert(copy, STORED));
                found.put(table.table, missing(table.table, copy) + missing(copy, table.table));
                execute("DROP TABLE " + copy);
            }
            for (String other : List.of("version", "event", "reaction", "pin", "mark", "mine", "mention")) {
                found.put(other, number("SELECT COUNT(*) FROM " + other));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return found;
    }

    /** Rows of one of two tables of the same columns of which the other one has not the like. */
    private long missing(String table, String other) throws SQLException {
        List<String> same = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("SHOW COLUMNS FROM " + table)) {
            while (columns.next()) {
                same.add("t.`%1$s` <=> o.`%1$s`".formatted(columns.getString(1)));
            }
        }
        return number("SELECT COUNT(*) FROM %s t LEFT JOIN %s o ON %s WHERE o.conversation IS NULL"
                .formatted(table, other, String.join(" AND ", same)));
    }

    /** Waits until what was written stands on the disk, so that writing it there takes nothing from whoever reads. */
    public void settle() {
        long held = ask("SELECT @@global.innodb_max_dirty_pages_pct");
        holdUnwritten(0);
        try {
            long end = System.nanoTime() + SETTLE_SECONDS_MAX * 1_000_000_000L;
            while (ask(DIRTY) > DIRTY_PAGES_MAX) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the database is still writing");
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        } finally {
            holdUnwritten(held);
        }
    }

    /** How many changed pages, in percent, the database may keep to itself; left alone it writes them when it likes. */
    private void holdUnwritten(long percent) {
        MySqlDatabase administered = new MySqlDatabase(database.host(), database.port(), ADMINISTRATOR, "");
        try (Connection admin = administered.connect("");
                Statement statement = admin.createStatement()) {
            statement.execute("SET GLOBAL innodb_max_dirty_pages_pct = " + percent);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Messages stored. */
    public long messages() {
        return ask("SELECT COUNT(*) FROM entry");
    }

    /** Data and indexes of all tables, in bytes. */
    public long bytes() {
        return ask("SELECT SUM(data_length + index_length) FROM information_schema.tables WHERE table_schema = '"
                + SCHEMA + "'");
    }

    /** First and last position of every conversation that has any. */
    public Map<String, long[]> ends() {
        Map<String, long[]> ends = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT conversation, MIN(position), MAX(position) FROM entry GROUP BY conversation")) {
            while (rows.next()) {
                ends.put(rows.getString(1), new long[] {rows.getLong(2), rows.getLong(3)});
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return ends;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void writeChats() throws SQLException {
        Map<Integer, Integer> places = new HashMap<>();
        int[] place = new int[chats.size()];
        for (int number = 0; number < chats.size(); number++) {
            place[number] = places.merge(LogPartitions.of(chats.get(number).id()), 1, Integer::sum) - 1;
        }
        try (PreparedStatement row =
                connection.prepareStatement("INSERT INTO bench_chat VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int number = 0; number < chats.size(); number++) {
                Chat chat = chats.get(number);
                int part = LogPartitions.of(chat.id());
                row.setInt(1, number);
                row.setString(2, chat.id());
                row.setString(3, chat.one().id());
                row.setString(4, chat.other().id());
                row.setInt(5, part);
                row.setInt(6, place[number]);
                row.setInt(7, places.getOrDefault(part, 1));
                row.addBatch();
            }
            row.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void writeBodies(List<String> bodies) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO bench_body VALUES (?, ?)")) {
            for (int number = 0; number < BODIES; number++) {
                row.setInt(1, number);
                row.setString(2, bodies.get(number % bodies.size()));
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long ask(String sql) {
        try {
            return number(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
