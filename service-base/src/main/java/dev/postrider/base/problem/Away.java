package dev.postrider.base.problem;

import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells "the database (or another part) cannot be reached" from faults of our own, however deeply it is wrapped. */
public final class Away {
    private static final int DEPTH_MAX = 20;

    private Away() {}

    public static boolean isAway(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH_MAX; depth++) {
            if (means(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean means(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException
                || cause instanceof VertxException;
    }
}
