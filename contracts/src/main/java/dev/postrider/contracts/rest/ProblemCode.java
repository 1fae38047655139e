package dev.postrider.contracts.rest;

import com.fasterxml.jackson.annotation.JsonValue;

/** Every way a REST call may fail, with its HTTP status. */
public enum ProblemCode {
    INVALID(400, "invalid", "The request is not valid."),
    SIGNED_OUT(401, "signed-out", "Not signed in, or no longer."),
    BAD_CREDENTIALS(401, "bad-credentials", "Name or password is wrong."),
    FORBIDDEN(403, "forbidden", "You may not do this."),
    FOREIGN_ORIGIN(403, "foreign-origin", "Calls from this origin are not allowed."),
    BLOCKED(403, "blocked", "One of the two has blocked the other."),
    ARCHIVED(403, "archived", "The room is archived."),
    REGISTRATION_CLOSED(403, "registration-closed", "Registration is closed."),
    NOT_FOUND(404, "not-found", "There is nothing here."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This cannot be done here."),
    USERNAME_TAKEN(409, "username-taken", "This username is taken."),
    NAME_TAKEN(409, "name-taken", "This name is taken."),
    CONFLICT(409, "conflict", "The same key or id was used with other content."),
    RELOAD(410, "reload", "The cursor is of another time: load anew."),
    TOO_LARGE(413, "too-large", "The request is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "Only JSON in UTF-8 is taken."),
    RATE(429, "rate", "Too many calls."),
    HEADERS_TOO_LARGE(431, "headers-too-large", "The headers are too large."),
    INTERNAL(500, "internal", "Something went wrong on our side."),
    UNAVAILABLE(503, "unavailable", "A part is away; nothing was done."),
    UNKNOWN(504, "unknown", "It may have been done: ask again with the same id or key.");

    private final int status;
    private final String code;
    private final String title;

    ProblemCode(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** The text on the wire. */
    @JsonValue
    public String code() {
        return code;
    }

    /** A sentence for people. */
    public String title() {
        return title;
    }
}
