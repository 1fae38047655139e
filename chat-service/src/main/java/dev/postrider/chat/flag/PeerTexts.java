package dev.postrider.chat.flag;

import dev.postrider.base.SharedConfig;
import dev.postrider.base.peer.PeerClient;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.internal.Texts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks history-service what stands at positions, whoever may read there: for administrators alone. */
@ApplicationScoped
class PeerTexts {
    private final PeerClient peers;
    private final SharedConfig config;

    PeerTexts(PeerClient peers, SharedConfig config) {
        this.peers = peers;
        this.config = config;
    }

    /** Those that are messages and still there. */
    Uni<List<Texts.Text>> of(List<Texts.Place> places) {
        return places.isEmpty()
                ? Uni.createFrom().item(List.of())
                : peers.post(config.historyUrl(), Internal.TEXTS, new Texts.Asked(places), Texts.Found.class)
                        .map(Texts.Found::texts);
    }
}
