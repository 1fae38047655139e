package dev.postrider.chat.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
    @Test
    void aDatabaseThatCannotBeReachedIsAway() {
        assertTrue(DatabaseAway.isAway(new CompletionException(new ConnectException("refused"))));
        assertTrue(DatabaseAway.isAway(new TimeoutException()));
        assertTrue(DatabaseAway.isAway(ClosedConnectionException.INSTANCE));
    }

    @Test
    void anErrorItAnswersWithIsOurs() {
        assertFalse(DatabaseAway.isAway(new CompletionException(new MySQLException("syntax", 1064, "42000"))));
        assertFalse(DatabaseAway.isAway(new IllegalStateException()));
    }
}
