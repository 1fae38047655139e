package dev.postrider.chat.message;

import dev.postrider.chat.channel.WindowAccord;
import dev.postrider.chat.message.WindowStore.Found;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The shared window over memory that may be lost, split or away: what it tells is believed only while all nodes look at
 * the same memory and have done so for long enough ({@link WindowAccord}). Otherwise a claim is not granted and a look
 * tells of an earlier attempt, so history is asked.
 *
 * <p><b>Why it is safe.</b> A first attempt F is claimed at u on node A; a repeat R of it is contested on node B before its
 * own append. If B contested in a memory that all nodes know B to look at, then A either claims in that same memory and
 * finds the contest, or in another one, on which the nodes do not agree. If B could not, its append waits until B's record
 * saying so was applied by every node, or 2T have gone: whichever node is fresh at u, after that append, has applied it, and
 * believes no window for {@code sureAfter} from then. F was sent before R; a frame is not read later than that, since a
 * socket that is silent for two heartbeats is closed, and a node that stood still longer than 10 s has lapsed, which
 * breaks the accord as well.
 */
public final class AgreedWindow implements SharedWindow {
    private final WindowStore store;
    private final WindowAccord accord;
    private volatile boolean answered;

    public AgreedWindow(WindowStore store, WindowAccord accord) {
        this.store = store;
        this.accord = accord;
    }

    /**
     * Looks which memory this is, and says so to the others; false where none answers. Then what was said stands: a claim
     * fails by itself, and a contest that fails is said. Call it several times a second.
     */
    public CompletionStage<Boolean> refresh() {
        return store.name()
                .thenApply(name -> {
                    accord.saw(name);
                    return true;
                })
                .exceptionally(away -> false)
                .thenApply(found -> {
                    answered = found;
                    return found;
                });
    }

    /** Whether it answered when it was last looked at, and is believed; for people, not for decisions. */
    public boolean sure() {
        return answered && accord.sure();
    }

    @Override
    public CompletionStage<Boolean> mark(MessageKey key) {
        return store.mark(key);
    }

    @Override
    public CompletionStage<Boolean> claim(MessageKey key) {
        return store.claim(key).thenApply(found -> found.what() && accord.sureOf(found.window()));
    }

    @Override
    public CompletionStage<Seen> contest(MessageKey key) {
        return store.contest(key)
                .exceptionally(away -> new Found<>(new Seen.Nothing(), WindowAccord.NONE))
                .thenCompose(found -> found.what() instanceof Seen.Answered answered
                        ? CompletableFuture.completedFuture(answered)
                        : accord.settled(found.window()).thenApply(settled -> found.what()));
    }

    @Override
    public CompletionStage<Seen> look(MessageKey key) {
        return store.look(key)
                .thenApply(found -> found.what() instanceof Seen.Nothing && !accord.sureOf(found.window())
                        ? new Seen.Touched()
                        : found.what());
    }

    @Override
    public void keep(MessageKey key, long position, Instant at) {
        store.keep(key, position, at);
    }
}
