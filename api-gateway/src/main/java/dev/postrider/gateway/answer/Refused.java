package dev.postrider.gateway.answer;

import dev.postrider.contracts.rest.ProblemCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request with a problem. Has no stack trace: it is an answer, not a fault. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemCode code;
    private final String reason;
    private final boolean closing;
    private final @Nullable Duration retryAfter;

    private Refused(ProblemCode code, String reason, String detail, boolean closing, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.reason = reason;
        this.closing = closing;
        this.retryAfter = retryAfter;
    }

    /** @param reason a short fixed word for the metric {@code gateway.refused} */
    public static Refused of(ProblemCode code, String reason, String detail) {
        return new Refused(code, reason, detail, false, null);
    }

    /** The rest of the connection cannot be trusted, or is not worth reading: it is closed after the answer. */
    public Refused closing() {
        return new Refused(code, reason, detail(), true, retryAfter);
    }

    /** Says when to come back. */
    public Refused retryAfter(Duration pause) {
        return new Refused(code, reason, detail(), closing, pause);
    }

    public ProblemCode code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public boolean isClosing() {
        return closing;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
