package dev.postrider.history.rebuild;

/** A rebuild cannot be made, or not now; nothing was changed. The message is for operators. */
final class RebuildRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RebuildRefusedException(String message) {
        super(message);
    }
}
