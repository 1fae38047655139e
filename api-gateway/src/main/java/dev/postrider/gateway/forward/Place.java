package dev.postrider.gateway.forward;

import dev.postrider.gateway.node.ChatNode;
import java.net.URI;
import java.util.Optional;

/** Where a call may be answered; a chat node can be marked when it cannot be reached. */
record Place(String host, int port, Optional<ChatNode> node) {
    /** @throws IllegalArgumentException for an address without host or with another scheme than http */
    static Place of(String address) {
        var uri = URI.create(address);
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("A service address is http://host:port, not " + address);
        }
        return new Place(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort(), Optional.empty());
    }

    static Place of(ChatNode node) {
        return new Place(node.host(), node.port(), Optional.of(node));
    }
}
