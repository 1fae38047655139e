package dev.postrider.chat.rest;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.chat.message.Answer;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.frame.ServerFrame;
import dev.postrider.contracts.rest.ProblemCode;
import java.time.Duration;

/** What an answer to a frame is in HTTP. */
final class Answers {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Answers() {}

    /** The acceptance; everything else ends the call with its problem. */
    static Answer.Accepted accepted(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> accepted;
            case Answer.Rejected rejected -> throw problem(rejected.frame());
            case Answer.Unknown unknown -> throw ProblemException.of(ProblemCode.UNKNOWN);
        };
    }

    static Responses.AcceptedMessage body(ServerFrame.Accepted frame) {
        return new Responses.AcceptedMessage(frame.id(), frame.conversation(), frame.position(), frame.at());
    }

    static ProblemException problem(ServerFrame.Rejected rejected) {
        ProblemCode code = codeOf(rejected.code());
        Long retryAfterMillis = rejected.retryAfterMillis();
        if (rejected.code().retryable()) {
            return ProblemException.retryAfter(
                    code, retryAfterMillis == null ? RETRY_AFTER : Duration.ofMillis(retryAfterMillis));
        }
        return code == ProblemCode.NOT_FOUND
                ? ProblemException.of(code)
                : new ProblemException(code, rejected.detail());
    }

    /** What one may not see is not there, whatever the reason. */
    private static ProblemCode codeOf(RejectCode code) {
        return switch (code) {
            case INVALID, UNKNOWN_TYPE -> ProblemCode.INVALID;
            case TOO_LARGE -> ProblemCode.TOO_LARGE;
            case NOT_MEMBER, NOT_FOUND -> ProblemCode.NOT_FOUND;
            case FORBIDDEN -> ProblemCode.FORBIDDEN;
            case BLOCKED -> ProblemCode.BLOCKED;
            case ARCHIVED -> ProblemCode.ARCHIVED;
            case RATE -> ProblemCode.RATE;
            case UNAVAILABLE -> ProblemCode.UNAVAILABLE;
        };
    }
}
