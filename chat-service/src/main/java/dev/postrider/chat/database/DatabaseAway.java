package dev.postrider.chat.database;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.ProblemCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Tells a database that cannot be reached from one that answers with an error. Without its tables it counts as away:
 * they are made as soon as it can be reached for the first time.
 */
public final class DatabaseAway {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int NO_SUCH_TABLE = 1146;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private DatabaseAway() {}

    /** The call, failing with {@code unavailable} where the database is away or silent for five seconds. */
    public static <T> Uni<T> unavailableIn(Uni<T> call) {
        return call.ifNoItem()
                .after(ANSWER_WITHIN)
                .fail()
                .onFailure(DatabaseAway::isAway)
                .transform(away -> ProblemException.retryAfter(ProblemCode.UNAVAILABLE, RETRY_AFTER));
    }

    public static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException answer) {
                return answer.getErrorCode() == NO_SUCH_TABLE;
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof io.smallrye.mutiny.TimeoutException
                    || cause instanceof VertxException) {
                return true;
            }
        }
        return false;
    }
}
