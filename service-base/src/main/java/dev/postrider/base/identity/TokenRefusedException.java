package dev.postrider.base.identity;

/** A token is malformed, forged, expired, of an unknown key, of another kind, or of an ended session: always 401. */
public final class TokenRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TokenRefusedException(String reason) {
        super(reason, null, false, false);
    }
}
