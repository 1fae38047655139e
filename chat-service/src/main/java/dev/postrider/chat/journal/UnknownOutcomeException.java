package dev.postrider.chat.journal;

/** Whether the record stands in the log, or will, nobody knows. */
public final class UnknownOutcomeException extends RuntimeException {
    public UnknownOutcomeException(String what) {
        super(what, null, false, false);
    }

    public UnknownOutcomeException(String what, Throwable cause) {
        super(what, cause, false, false);
    }
}
