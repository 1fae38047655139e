package dev.postrider.history.rebuild;

import dev.postrider.history.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The live tables and those that a rebuild fills, in a schema of the same name with {@code _rebuild} behind it.
 *
 * <p>All that changes tables goes through this one connection, which holds a lock of the server: who has lost the
 * connection has lost the lock, and cannot swap any more. One thread only.
 */
final class TableSet implements AutoCloseable {
    /** Kept by Flyway, and as it is. */
    private static final String MIGRATIONS = "flyway_schema_history";
    /** Not told by the log: work noted for Redis, and which filling of the tables this is. */
    private static final Set<String> OWN = Set.of("page_purge", "generation");

    private static final int LOCK_SECONDS_MAX = 5;
    private static final int ERROR_LOCK_WAIT = 1205;
    private static final int SWAP_ATTEMPTS = 5;

    private final Connection connection;
    private final String live;

    private TableSet(Connection connection, String live) {
        this.connection = connection;
        this.live = live;
    }

    /** @throws RebuildRefusedException while another one is at work, on whichever node */
    static TableSet locked(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(true);
            TableSet tables = new TableSet(connection, text(connection, "SELECT DATABASE()"));
            if (!"1".equals(text(connection, "SELECT GET_LOCK(CONCAT('rebuild:', MD5(DATABASE())), 0)"))) {
                throw new RebuildRefusedException("another rebuild is at work");
            }
            tables.execute("SET SESSION lock_wait_timeout = " + LOCK_SECONDS_MAX);
            return tables;
        } catch (SQLException | RebuildRefusedException failed) {
            connection.close();
            throw failed;
        }
    }

    String shadow() {
        return live + "_rebuild";
    }

    /** Every live table but Flyway's own. */
    List<String> names() throws SQLException {
        return names(live);
    }

    /** Those whose every row the log tells. */
    List<String> told() throws SQLException {
        return names().stream().filter(one -> !OWN.contains(one)).toList();
    }

    /** Empty tables, each like its live one. */
    void createShadow() throws SQLException {
        if (texts("SELECT schema_name FROM information_schema.schemata WHERE schema_name = ?", shadow())
                .isEmpty()) {
            execute("CREATE DATABASE `" + shadow() + "`");
        }
        dropShadow();
        for (String table : names()) {
            execute("CREATE TABLE %s LIKE %s".formatted(in(shadow(), table), in(live, table)));
        }
    }

    /** Whatever a rebuild left, finished or not: no text that was deleted since may stay there. */
    void dropShadow() throws SQLException {
        for (String table : names(shadow())) {
            execute("DROP TABLE " + in(shadow(), table));
        }
    }

    /** From now on no batch is stored: waits for those under way, and ends by itself. */
    void hold(Duration max) throws SQLException {
        execute("UPDATE %s SET held_until = %s + %d".formatted(in(live, "generation"), Sql.NOW, max.toMillis()));
    }

    void release() throws SQLException {
        execute("UPDATE %s SET held_until = 0".formatted(in(live, "generation")));
    }

    /** Whether each table still is what it was made from. */
    boolean alike() throws SQLException {
        String columns = "SELECT CONCAT_WS(' ', table_name, ordinal_position, column_name, column_type, is_nullable,"
                + " collation_name, column_key) FROM information_schema.columns"
                + " WHERE table_schema = ? AND table_name <> '" + MIGRATIONS + "' ORDER BY 1";
        return texts(columns, live).equals(texts(columns, shadow()));
    }

    Checksum.Sum checksumOfLive(String table) throws SQLException {
        return Checksum.of(connection, live, table);
    }

    Checksum.Sum checksumOfShadow(String table) throws SQLException {
        return Checksum.of(connection, shadow(), table);
    }

    /**
     * All tables change places in one statement: other sessions see all the old ones or all the new ones, and a server
     * that dies in it comes back with the one or the other. The new ones begin another generation, which nothing holds,
     * and have every page in Redis written anew.
     */
    void swap() throws SQLException {
        execute("DELETE FROM " + in(shadow(), "generation"));
        execute("INSERT INTO %s (id, number, held_until) SELECT id, number + 1, 0 FROM %s"
                .formatted(in(shadow(), "generation"), in(live, "generation")));
        execute(
                "INSERT INTO %s (conversation, position) SELECT conversation, last_position FROM %s AS h"
                                .formatted(in(shadow(), "page_purge"), in(shadow(), "conversation"))
                        + " WHERE h.kind <> 'me' ON DUPLICATE KEY UPDATE position = GREATEST(page_purge.position, VALUES(position))");
        String places = names().stream()
                .map(one -> "%s TO %s, %s TO %s"
                        .formatted(in(live, one), in(shadow(), one + "_before"), in(shadow(), one), in(live, one)))
                .collect(Collectors.joining(", "));
        for (int attempt = 1; !renamed(places, attempt == SWAP_ATTEMPTS); attempt++) {
            hold(Duration.ofSeconds(2L * LOCK_SECONDS_MAX));
        }
    }

    /** False where a transaction that goes on for long keeps its tables: meanwhile others wait for us in vain. */
    private boolean renamed(String places, boolean last) throws SQLException {
        try {
            execute("RENAME TABLE " + places);
            return true;
        } catch (SQLException failed) {
            if (last || failed.getErrorCode() != ERROR_LOCK_WAIT) {
                throw failed;
            }
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            execute("SET SESSION lock_wait_timeout = DEFAULT");
            text(connection, "SELECT RELEASE_LOCK(CONCAT('rebuild:', MD5(DATABASE())))");
        }
    }

    private List<String> names(String schema) throws SQLException {
        return texts(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
                        + " AND table_type = 'BASE TABLE' AND table_name <> '" + MIGRATIONS + "' ORDER BY table_name",
                schema);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static String in(String schema, String table) {
        return "`%s`.`%s`".formatted(schema, table);
    }
}
