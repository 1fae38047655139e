package dev.postrider.history.support;

import dev.postrider.testkit.server.EmbeddedMariaDb;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks straight into the tables. */
public final class Tables {
    public static final String SCHEMA = "postrider_history";

    private Tables() {}

    /** The first column of the first row as a number. */
    public static long number(String sql, Object... values) {
        return Long.parseLong(texts(sql, values).getFirst());
    }

    /** The first column of all rows. */
    public static List<String> texts(String sql, Object... values) {
        try (Connection connection = EmbeddedMariaDb.shared().database().connect(SCHEMA);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Changes them behind the service's back. */
    public static void change(String sql, Object... values) {
        try (Connection connection = EmbeddedMariaDb.shared().database().connect(SCHEMA);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Every table in which any column of any row holds the word. */
    public static List<String> holding(String word) {
        List<String> found = new ArrayList<>();
        try (Connection connection = EmbeddedMariaDb.shared().database().connect(SCHEMA);
                Statement statement = connection.createStatement()) {
            for (String table : texts("SHOW TABLES")) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM `" + table + "`")) {
                    if (holds(rows, word)) {
                        found.add(table);
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return found;
    }

    private static boolean holds(ResultSet rows, String word) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                String value = rows.getString(column);
                if (value != null && value.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
