package dev.postrider.stack.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/** A MariaDB or MySQL server, ours or somebody's own, as its clients reach it. */
public record MySqlDatabase(String host, int port, String user, String password) {
    private static final String TIMEOUT_MILLIS = "2000";

    /** For the reactive client. */
    public String reactiveUrl(String schema) {
        return "mysql://%s:%d/%s".formatted(host, port, schema);
    }

    /** For Flyway. */
    public String jdbcUrl(String schema) {
        return "jdbc:mariadb://%s:%d/%s".formatted(host, port, schema);
    }

    /** Whether it lets us in and answers a query now. */
    public boolean answers() {
        try (Connection connection = connect("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1")) {
            return row.next();
        } catch (SQLException silent) {
            return false;
        }
    }

    /**
     * Makes the schemas that are not there.
     *
     * @throws SQLException where the server refuses us, or refuses to make a missing one
     */
    public void createMissing(List<String> schemas) throws SQLException {
        try (Connection connection = connect("")) {
            List<String> missing = new ArrayList<>(schemas);
            missing.removeAll(column(connection, "SHOW DATABASES"));
            for (String schema : missing) {
                execute(connection, "CREATE DATABASE `" + schema + "` CHARACTER SET utf8mb4");
            }
        }
    }

    /** Drops every table of a schema. */
    public void empty(String schema) throws SQLException {
        try (Connection connection = connect(schema)) {
            execute(connection, "SET FOREIGN_KEY_CHECKS = 0");
            for (String table : column(connection, "SHOW TABLES")) {
                execute(connection, "DROP TABLE `" + table + "`");
            }
        }
    }

    /** A plain connection, closed by the caller; {@code schema} may be empty. */
    public Connection connect(String schema) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("connectTimeout", TIMEOUT_MILLIS);
        settings.setProperty("socketTimeout", TIMEOUT_MILLIS);
        settings.setProperty("allowPublicKeyRetrieval", "true");
        return new Driver().connect(jdbcUrl(schema), settings);
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "%s@%s:%d".formatted(user, host, port);
    }
}
