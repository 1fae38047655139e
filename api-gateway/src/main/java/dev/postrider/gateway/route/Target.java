package dev.postrider.gateway.route;

import java.util.Locale;

/** Who answers. */
public enum Target {
    /** auth-service. */
    AUTH,
    /** history-service. */
    HISTORY,
    /** The chat node that serves the caller's channel. */
    CHAT,
    /** The same node, by an upgraded connection. */
    SOCKET,
    /** The gateway: version and descriptions. */
    DOCUMENT,
    /** A file of the exported page. */
    PAGE;

    /** The word in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
