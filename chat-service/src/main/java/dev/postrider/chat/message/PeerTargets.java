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
 * Asks history-service. That it knows no such message may only mean that it has not read it yet, so it is asked again
 * for about two seconds before that counts.
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
                .onFailure(PeerTargets::notFound)
                .retry()
                .withBackOff(PAUSE, PAUSE_MAX)
                .atMost(AGAIN_MAX)
                .map(Optional::of)
                .onFailure(PeerTargets::noneAtAll)
                .recoverWithItem(Optional.empty())
                .subscribeAsCompletionStage();
    }

    private static boolean notFound(Throwable failure) {
        return failure instanceof PeerException answer && answer.notFound();
    }

    /** With back-off, Mutiny reports retries that ran out as an exception of its own. */
    private static boolean noneAtAll(Throwable failure) {
        return notFound(failure) || (failure.getCause() != null && notFound(failure.getCause()));
    }
}
