package dev.postrider.chat.message;

import dev.postrider.base.SharedConfig;
import dev.postrider.base.peer.PeerClient;
import dev.postrider.contracts.internal.Counts;
import dev.postrider.contracts.internal.Internal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Asks history-service. Where it is away or a little behind, a limit may be passed by as much. */
public final class PeerPlenty implements Plenty {
    private final PeerClient peers;
    private final SharedConfig config;

    public PeerPlenty(PeerClient peers, SharedConfig config) {
        this.peers = peers;
        this.config = config;
    }

    @Override
    public CompletionStage<Optional<Counts>> of(String conversation, long position) {
        String path = Internal.COUNTS + "?conversation=" + URLEncoder.encode(conversation, StandardCharsets.UTF_8)
                + "&position=" + position;
        return peers.get(config.historyUrl(), path, Counts.class)
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .subscribeAsCompletionStage();
    }
}
