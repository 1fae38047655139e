package dev.postrider.testkit.client;

/** The socket was refused before the upgrade. */
public final class UpgradeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    UpgradeRefusedException(int status, Throwable cause) {
        super("upgrade refused with " + status, cause);
        this.status = status;
    }

    /** HTTP status, or 0 where there was no HTTP answer. */
    public int status() {
        return status;
    }
}
