package dev.postrider.history.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table's checksum over every row and every column, whatever the order of rows. The columns come from the information
 * schema, so that one added later cannot be forgotten; each value goes in as bytes, in hexadecimal, and null as a sign
 * of its own, so that no two different rows look alike.
 */
final class Checksum {
    private static final String COLUMNS = "SELECT column_name FROM information_schema.columns"
            + " WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position";

    private Checksum() {}

    /** Rows, and the exclusive or of their digests as 16 hexadecimal digits. */
    record Sum(long rows, String digest) {}

    static Sum of(Connection connection, String schema, String table) throws SQLException {
        String row = columns(connection, schema, table).stream()
                .map("IFNULL(HEX(CAST(`%s` AS BINARY)), '-')"::formatted)
                .collect(Collectors.joining(", "));
        String sql = ("SELECT COUNT(*), LPAD(HEX(BIT_XOR(CAST(CONV(LEFT(MD5(CONCAT_WS(',', %s)), 16), 16, 10)"
                        + " AS UNSIGNED))), 16, '0') FROM `%s`.`%s`")
                .formatted(row, schema, table);
        try (Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery(sql)) {
            sum.next();
            return new Sum(sum.getLong(1), sum.getString(2));
        }
    }

    static List<String> columns(Connection connection, String schema, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
            return columns;
        }
    }
}
