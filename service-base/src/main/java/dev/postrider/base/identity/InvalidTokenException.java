package dev.postrider.base.identity;

/** The token proves nothing: wrong form, signature, issuer, audience, kind or time, or its session ended. */
public final class InvalidTokenException extends Exception {
    public InvalidTokenException(String reason) {
        super(reason, null, false, false);
    }
}
