package dev.postrider.stack.server;

/** No embedded server exists for this operating system and processor. */
public final class MissingBinaryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String part;

    MissingBinaryException(String part, String platform) {
        super("no embedded " + part + " for " + platform);
        this.part = part;
    }

    public String part() {
        return part;
    }
}
