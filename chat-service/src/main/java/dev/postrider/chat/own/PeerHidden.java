package dev.postrider.chat.own;

import dev.postrider.base.SharedConfig;
import dev.postrider.base.peer.PeerClient;
import dev.postrider.base.peer.PeerException;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.rest.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Asks history-service whether a hidden conversation still is: that ends with its next message. */
@ApplicationScoped
class PeerHidden {
    private final PeerClient peers;
    private final SharedConfig config;

    PeerHidden(PeerClient peers, SharedConfig config) {
        this.peers = peers;
        this.config = config;
    }

    /** Of a conversation that history does not know nothing was said. Fails where history is away. */
    Uni<Boolean> still(String user, String conversation) {
        String path =
                Internal.MINE + "?user=" + user + "&about=" + URLEncoder.encode(conversation, StandardCharsets.UTF_8);
        return peers.get(config.historyUrl(), path, Settings.Mine.class)
                .map(Settings.Mine::hidden)
                .onFailure(failure -> failure instanceof PeerException answer && answer.notFound())
                .recoverWithItem(true);
    }
}
