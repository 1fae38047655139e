package dev.postrider.history.rebuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tables that differ anywhere have different checksums. */
@QuarkusTest
class ChecksumTest {
    /** Not the schema of the rebuild, whose tables a starting node drops. */
    private static final String SCHEMA = "postrider_history";

    private final DataSource database;

    ChecksumTest(DataSource database) {
        this.database = database;
    }

    @BeforeEach
    void makeTwoEqualTables() throws SQLException {
        dropThem();
        for (String table : new String[] {"checksum_one", "checksum_other"}) {
            run("CREATE TABLE %s (id INT PRIMARY KEY, a TEXT, b TEXT, c DOUBLE)", table);
            run("INSERT INTO %s VALUES (1, 'x', 'é🦊', 1.25), (2, NULL, '', NULL), (3, '-', '1,2', 0)", table);
        }
        assertEquals(sum("checksum_one"), sum("checksum_other"));
    }

    @AfterEach
    void dropThem() throws SQLException {
        run("DROP TABLE IF EXISTS %s", "checksum_one");
        run("DROP TABLE IF EXISTS %s", "checksum_other");
    }

    @Test
    void everyDifferenceShows() throws SQLException {
        for (String change : new String[] {
            "UPDATE %s SET a = 'X' WHERE id = 1",
            "UPDATE %s SET a = '' WHERE id = 2",
            "UPDATE %s SET a = '-' WHERE id = 2",
            "UPDATE %s SET a = b, b = a WHERE id = 1",
            "UPDATE %s SET c = 1.5 WHERE id = 1",
            "UPDATE %s SET b = '1', a = '-,2' WHERE id = 3",
            "DELETE FROM %s WHERE id = 2",
            "INSERT INTO %s VALUES (4, NULL, NULL, NULL)"
        }) {
            makeTwoEqualTables();

            run(change, "checksum_other");

            assertNotEquals(sum("checksum_one"), sum("checksum_other"), change);
        }
    }

    @Test
    void aColumnAddedLaterCounts() throws SQLException {
        run("ALTER TABLE %s ADD COLUMN later INT NOT NULL DEFAULT 1", "checksum_one");
        run("ALTER TABLE %s ADD COLUMN later INT NOT NULL DEFAULT 2", "checksum_other");

        assertNotEquals(sum("checksum_one"), sum("checksum_other"));
    }

    private Checksum.Sum sum(String table) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Checksum.of(connection, SCHEMA, table);
        }
    }

    private void run(String sql, String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(SCHEMA + "." + table));
        }
    }
}
