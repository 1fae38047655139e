package dev.postrider.gateway.node;

/** One chat node: where it serves, and where it tells how it is. */
public record ChatNode(String host, int port, int managementPort) {
    /** Its name in metrics and in the rendezvous hash. */
    public String name() {
        return host + ":" + port;
    }

    /** Reads {@code host:port:management-port}. @throws IllegalArgumentException for anything else */
    public static ChatNode parse(String text) {
        String[] parts = text.trim().split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "gateway.chat-nodes and gateway.dns.chat-nodes want host:port:management-port, not " + text);
        }
        return new ChatNode(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
