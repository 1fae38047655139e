package dev.postrider.stack.part;

/** A service has not been built. */
public final class NotBuiltException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotBuiltException(String module) {
        super(module + " is not built; ./dev up builds what is stale");
    }
}
