package dev.postrider.base.peer;

/** Another service could not be reached in time, or answered with another status than success. */
public final class PeerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    PeerException(String call, int status) {
        super(call + " answered " + status, null, false, false);
        this.status = status;
    }

    PeerException(String call, Throwable cause) {
        super(call + " failed: " + cause, cause);
        this.status = 0;
    }

    /** The HTTP status, or 0 where there was no answer. */
    public int status() {
        return status;
    }

    /** The other service is there and says that the thing is not. */
    public boolean notFound() {
        return status == 404;
    }
}
