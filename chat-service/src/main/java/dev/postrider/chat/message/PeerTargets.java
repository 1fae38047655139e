package dev.postrider.chat.message;

import dev.postrider.base.SharedConfig;
import dev.postrider.base.peer.PeerClient;
import dev.postrider.base.peer.PeerException;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.contracts.internal.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Asks history-service, which says that there is no such message only once it has read so far. While it has not, or is
 * away, it is asked again for about two seconds; then nobody can tell.
 */
public final class PeerTargets implements Targets {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(1);
    private static final int AGAIN_MAX = 4;

    private final PeerClient peers;
    private final SharedConfig config;

    public PeerTargets(PeerClient peers, SharedConfig config) {
        this.peers = peers;
        this.config = config;
    }

    @Override
    public CompletionStage<Optional<Target>> find(String conversation, long position) {
        String path = Internal.TARGET + "?conversation=" + URLEncoder.encode(conversation, StandardCharsets.UTF_8)
                + "&position=" + position;
        return peers.get(config.historyUrl(), path, Target.class)
                .onFailure(failure -> !notFound(failure))
                .retry()
                .withBackOff(PAUSE, PAUSE_MAX)
                .atMost(AGAIN_MAX)
                .map(Optional::of)
                .onFailure(PeerTargets::notFound)
                .recoverWithItem(Optional.empty())
                .subscribeAsCompletionStage();
    }

    private static boolean notFound(Throwable failure) {
        return failure instanceof PeerException answer && answer.notFound();
    }
}
