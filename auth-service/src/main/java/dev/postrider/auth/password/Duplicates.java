package dev.postrider.auth.password;

import io.vertx.mysqlclient.MySQLException;

/** Recognises the database's refusal of a second row under one key, however deeply it is wrapped. */
final class Duplicates {
    private static final int DUPLICATE_ENTRY = 1062;

    private Duplicates() {}

    static boolean isDuplicate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MySQLException refused && refused.getErrorCode() == DUPLICATE_ENTRY) {
                return true;
            }
        }
        return false;
    }
}
