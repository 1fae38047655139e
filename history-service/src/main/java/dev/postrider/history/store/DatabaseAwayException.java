package dev.postrider.history.store;

import io.vertx.mysqlclient.MySQLException;
import java.util.Set;

/** The database could not be asked, or not in time, or refuses for a while; nothing is known of a write. */
public final class DatabaseAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Too many connections, shutting down, lock wait, deadlock, read-only, killed. */
    private static final Set<Integer> PASSING =
            Set.of(1040, 1053, 1077, 1079, 1205, 1213, 1226, 1290, 1317, 1836, 1927);

    DatabaseAwayException(String message) {
        super(message, null, false, false);
    }

    DatabaseAwayException(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /** Whether a failure speaks of the database's absence, not of a statement. */
    static boolean isMeantBy(Throwable failure) {
        return switch (failure) {
            case DatabaseAwayException already -> false;
            case MySQLException answer -> PASSING.contains(answer.getErrorCode());
            case io.vertx.core.VertxException broken -> true;
            case io.vertx.core.impl.NoStackTraceThrowable broken -> true;
            case java.io.IOException broken -> true;
            case java.util.concurrent.TimeoutException late -> true;
            default -> false;
        };
    }
}
