package dev.postrider.contracts.frame;

import java.util.Arrays;

/** Why a socket was closed, and what its client does next. */
public enum CloseCode {
    BYE(1000, "bye", "stops"),
    PROTOCOL_ERROR(1002, "protocol error", "reports a bug, reconnects with back-off"),
    UNSUPPORTED_DATA(1003, "text frames only", "reports a bug, reconnects with back-off"),
    INVALID_DATA(1007, "not UTF-8", "reports a bug, reconnects with back-off"),
    TOKEN_ENDED(1008, "token ended and not renewed in time", "refreshes, then reconnects; signs in if refused"),
    TOO_BIG(1009, "frame too large", "reports a bug, reconnects with back-off"),
    RESTARTING(1012, "restarting", "reconnects after the delay of draining"),
    SILENT(4000, "silent for two heartbeats", "reconnects"),
    SESSION_ENDED(4001, "session ended", "signs in; does not reconnect"),
    SLOW_READER(4008, "slow reader", "reconnects and catches up"),
    TOO_MANY(4029, "too many errors or connections", "backs off at least ten seconds");

    private final int code;
    private final String meaning;
    private final String client;

    CloseCode(int code, String meaning, String client) {
        this.code = code;
        this.meaning = meaning;
        this.client = client;
    }

    /** The one with this code; a protocol error for any other. */
    public static CloseCode of(int code) {
        return Arrays.stream(values())
                .filter(one -> one.code == code)
                .findFirst()
                .orElse(PROTOCOL_ERROR);
    }

    public int code() {
        return code;
    }

    /** Goes into the close frame; at most 123 bytes. */
    public String meaning() {
        return meaning;
    }

    /** What the client does. */
    public String client() {
        return client;
    }
}
