package dev.postrider.chat.message;

import dev.postrider.base.SharedConfig;
import dev.postrider.base.peer.PeerClient;
import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.HolderQuery;
import dev.postrider.contracts.internal.Internal;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Asks history-service, which waits until it has read far enough; asked again while it cannot tell, then given up. */
public final class PeerHolders implements Holders {
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(2);
    private static final int AGAIN_MAX = 4;

    private final PeerClient peers;
    private final SharedConfig config;

    public PeerHolders(PeerClient peers, SharedConfig config) {
        this.peers = peers;
        this.config = config;
    }

    @Override
    public CompletionStage<Holder> of(MessageKey key, long past) {
        HolderQuery query = new HolderQuery(key.conversation(), key.userId(), key.id(), past);
        return peers.post(config.historyUrl(), Internal.HOLDER, query, Holder.class, LONGEST)
                .onFailure()
                .retry()
                .withBackOff(PAUSE, PAUSE_MAX)
                .atMost(AGAIN_MAX)
                .subscribeAsCompletionStage();
    }
}
