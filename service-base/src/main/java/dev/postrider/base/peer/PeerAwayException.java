package dev.postrider.base.peer;

import java.net.URI;

/** Another service did not answer, or not usefully; nothing is known of what it did. */
public final class PeerAwayException extends RuntimeException {
    public PeerAwayException(URI peer, Throwable cause) {
        super(peer.getHost() + ":" + peer.getPort() + " is away", cause);
    }

    public PeerAwayException(URI peer, int status) {
        super(peer.getHost() + ":" + peer.getPort() + " answered " + status);
    }
}
