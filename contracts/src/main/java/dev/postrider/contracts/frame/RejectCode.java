package dev.postrider.contracts.frame;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a frame was refused. Every code is definite: no attempt made so far with the id will ever appear. */
public enum RejectCode {
    INVALID("invalid", false, "Mend the frame; the detail names the field."),
    TOO_LARGE("too-large", false, "Send less."),
    UNKNOWN_TYPE("unknown-type", false, "This server does not know the frame."),
    NOT_MEMBER("not-member", false, "Not a member, or no such conversation."),
    NOT_FOUND("not-found", false, "The message aimed at is not there, or is deleted."),
    FORBIDDEN("forbidden", false, "A member, but without this right."),
    BLOCKED("blocked", false, "One of the two has blocked the other."),
    ARCHIVED("archived", false, "The room is archived."),
    RATE("rate", true, "Too fast: the same id after retryAfterMillis."),
    UNAVAILABLE("unavailable", true, "A part is away, nothing was done: the same id after retryAfterMillis.");

    private final String code;
    private final boolean retryable;
    private final String client;

    RejectCode(String code, boolean retryable, String client) {
        this.code = code;
        this.retryable = retryable;
        this.client = client;
    }

    /** The text on the wire. */
    @JsonValue
    public String code() {
        return code;
    }

    /** True where the same frame under the same id may succeed later. */
    public boolean retryable() {
        return retryable;
    }

    /** What it means for the client. */
    public String client() {
        return client;
    }
}
