package dev.postrider.base.problem;

import dev.postrider.contracts.rest.ProblemCode;

/** The problem code for a bare HTTP status that a framework decided on. */
final class StatusCodes {
    private StatusCodes() {}

    static ProblemCode codeOf(int status) {
        return switch (status) {
            case 401 -> ProblemCode.SIGNED_OUT;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 409 -> ProblemCode.CONFLICT;
            case 413 -> ProblemCode.TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ProblemCode.RATE;
            case 431 -> ProblemCode.HEADERS_TOO_LARGE;
            case 503 -> ProblemCode.UNAVAILABLE;
            case 504 -> ProblemCode.UNKNOWN;
            default -> status >= 400 && status < 500 ? ProblemCode.INVALID : ProblemCode.INTERNAL;
        };
    }
}
